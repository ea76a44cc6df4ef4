"""The content languages of the hub: names, direction and what to offer instead."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Language:
    """One language that content can be written in.

    `code` is a BCP 47 code, `name` the language's name in itself, `english_name` the name
    in English, `direction` "ltr" or "rtl", `fallbacks` the codes to offer, nearest first,
    when a page does not exist in this language (English is always the last resort).
    """

    code: str
    name: str
    english_name: str
    direction: str = "ltr"
    fallbacks: tuple[str, ...] = field(default=())


CONTENT_LANGUAGES = (
    Language("en", "English", "English"),
    Language("hi", "हिन्दी", "Hindi"),
    Language("bn", "বাংলা", "Bengali"),
    Language("ne", "नेपाली", "Nepali", fallbacks=("hi",)),
    Language("ta", "தமிழ்", "Tamil"),
    Language("si", "සිංහල", "Sinhala"),
    Language("th", "ไทย", "Thai"),
    Language("my", "မြန်မာ", "Burmese"),
    Language("id", "Bahasa Indonesia", "Indonesian"),
    Language("ar", "العربية", "Arabic", direction="rtl"),
    Language("ur", "اردو", "Urdu", direction="rtl", fallbacks=("hi",)),
    Language("fr", "Français", "French"),
)

# For fields and settings: each code with the language's name in itself.
LANGUAGE_CHOICES = [(language.code, language.name) for language in CONTENT_LANGUAGES]

SOURCE_LANGUAGE = "en"

_BY_CODE = {language.code: language for language in CONTENT_LANGUAGES}


def get_language(code):
    """Return the `Language` of a code such as "hi"; raises KeyError for one we do not have."""
    return _BY_CODE[code]


def direction_of(code):
    """Return "rtl" or "ltr" for a language code; an unknown code reads left to right."""
    language = _BY_CODE.get(code)
    return language.direction if language else "ltr"


def fallback_chain(code):
    """Return the codes to try for a reader of `code`, their own first, English last."""
    nearest = _BY_CODE[code].fallbacks if code in _BY_CODE else ()
    return tuple(dict.fromkeys((code, *nearest, SOURCE_LANGUAGE)))


def language_info():
    """Return LANG_INFO entries, in Django's shape, for every content language.

    Django lacks Sinhala altogether, and its own names differ in capitals; ours win.
    """
    return {
        language.code: {
            "bidi": language.direction == "rtl",
            "code": language.code,
            "name": language.english_name,
            "name_local": language.name,
        }
        for language in CONTENT_LANGUAGES
    }
