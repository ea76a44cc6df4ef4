"""What a translator is warned of, in every script, and what nobody is bothered with."""

import pytest

from hub.demo.translate import languages, table
from translations.glossary.checks import all_warnings, losses, warnings
from translations.glossary.suggestions import hits
from translations.models import GlossaryEntry


def codes(source, translated, language="hi"):
    """Return the kinds of what a translation has lost."""
    return [concern.code for concern in losses(source, translated, language)]


@pytest.fixture
def entry(db):
    """Return a function that writes an entry of the glossary."""

    def write(term, preferred, language="hi", **others):
        fields = {"preferred": preferred, "language": language, **others}
        return GlossaryEntry.objects.create(term=term, **fields)

    return write


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "२४ घंटे में १,००० से २.५ तक"),
        ("bn", "২৪ ঘণ্টায় ১,০০০ থেকে ২.৫"),
        ("ar", "من ١٬٠٠٠ إلى ٢٫٥ خلال ٢٤ ساعة"),
        ("ur", "۲۴ گھنٹے میں ۱٬۰۰۰ سے ۲٫۵ تک"),
        ("my", "၂၄ နာရီအတွင်း ၁,၀၀၀ မှ ၂.၅"),
        ("th", "จาก ๑,๐๐๐ ถึง ๒.๕ ภายใน ๒๔ ชั่วโมง"),
        ("fr", "de 1\u202f000 à 2,5 en 24 heures"),
        ("id", "dari 1.000 ke 2,5 dalam 24 jam"),
    ],
)
def test_numbers_are_the_same_in_the_digits_and_separators_of_every_language(language, text):
    assert codes("From 1,000 to 2.5 within 24 hours", text, language) == []


@pytest.mark.parametrize(
    ("source", "translated"),
    [
        ("Give 5 doses.", "खुराकें दें।"),
        ("Give 5 doses.", "6 खुराकें दें।"),
        ("Give 0.5 of it.", "05 दें।"),
        ("Give 1.5 of it.", "15 दें।"),
        ("From 10 to 12.", "10 से।"),
        ("Wash your hands.", "3 बार हाथ धोएँ।"),
    ],
)
def test_a_number_that_is_lost_changed_or_added_is_told(source, translated):
    assert set(codes(source, translated)) == {"numbers"}


def test_a_warning_names_the_numbers():
    messages = [concern.message for concern in losses("From 10 to 12.", "10 से 21 तक।", "hi")]
    assert messages == ["Not in the translation: 12", "Not in the source: 21"]


def test_figures_may_stand_for_words():
    assert codes("Twelve teams met twice.", "12 टीमें 2 बार मिलीं।") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "५ मिग्रा दें"),
        ("hi", "5 मिलीग्राम दें"),
        ("ta", "5 மி.கி. கொடுக்கவும்"),
        ("si", "මිලිග්‍රෑම් 5 දෙන්න"),
        ("th", "ให้ 5 มก."),
        ("my", "၅ မီလီဂရမ် ပေးပါ"),
        ("id", "Berikan 5 mg"),
        ("ar", "أعط ٥ ملغ"),
        ("fr", "Donner 5\u202fmg"),
    ],
)
def test_a_unit_is_known_by_its_name_in_every_language(language, text):
    assert codes("Give 5 mg", text, language) == []


@pytest.mark.parametrize(
    ("source", "translated"),
    [
        ("Give 5 mg.", "5 ग्राम दें।"),
        ("Give 5 mg.", "5 दें।"),
        ("Give 5 mg/kg.", "5 मिग्रा दें।"),
        ("Give 5 ml.", "5 मिग्रा दें।"),
        ("Keep it at 8 °C.", "इसे 8 °F पर रखें।"),
        ("Every 4 hours.", "हर 4 दिन।"),
    ],
)
def test_another_unit_or_none_is_told(source, translated):
    assert codes(source, translated) == ["units"]


def test_time_may_be_said_in_another_way():
    assert codes("Every 24 hours.", "24 बजे।") == []


@pytest.mark.parametrize(
    ("source", "translated", "code"),
    [
        ("See https://example.org/a.", "देखें।", "placeholders"),
        ("Hello {name}", "नमस्ते {नाम}", "placeholders"),
        ("%(count)s teams", "%s टीमें", "placeholders"),
        ("&lt;v Asha&gt;Yes", "&lt;v आशा&gt;हाँ", "placeholders"),
        ("<b>Soap</b>", "साबुन", "markup"),
        ('<a id="a1">Read</a>', '<a id="a2">पढ़ें</a>', "markup"),
        ("One<br/>two", "एक दो", "markup"),
    ],
)
def test_placeholders_addresses_and_markup_have_to_stay(source, translated, code):
    assert set(codes(source, translated)) == {code}
    assert codes(source, source) == []


@pytest.mark.parametrize("language", languages())
def test_a_careful_translation_gets_no_warning(language):
    """The demo's translations were made with care, and proofread."""
    warned = {
        source: concerns
        for source, translated in table(language).items()
        if (concerns := losses(source, translated, language))
    }
    assert warned == {}


@pytest.mark.parametrize(
    ("language", "preferred", "translated"),
    [
        ("hi", "सुधार पहल", "हमारी सुधार पहलों में"),
        ("hi", "सुधार पहल", "पहल, जो सुधार के लिए है"),
        ("ta", "தரம்", "தரத்தை அளவிடுங்கள்"),
        ("ar", "غرفة الولادة", "في كل غرفة ولادة"),
        ("ar", "المبادرة", "وبالمبادرات"),
        ("id", "rujuk", "Bayi itu dirujuk"),
        ("fr", "indicateur", "Ses indicateurs"),
        ("fr", "réanimation", "REANIMATION"),
        ("th", "แผนภูมิ", "ดูแผนภูมินี้"),
        ("my", "မွေးခန်း", "ဤမွေး ခန်းတွင်"),
        ("ur", "پہل", "ہماری پہلیں"),
    ],
)
def test_a_wording_is_recognised_however_it_is_inflected(entry, language, preferred, translated):
    entry("initiative", preferred, language)
    assert warnings("Our initiatives", translated, language) == []
    assert [each.code for each in warnings("Our initiatives", "…", language)] == ["term"]


def test_a_warning_says_what_the_glossary_has(entry):
    entry("run chart", "रन चार्ट\nरनचार्ट")
    (concern,) = warnings("Draw a run chart.", "एक ग्राफ़ बनाएँ।", "hi")
    assert concern == ("term", "The glossary has for “run chart”: रन चार्ट, रनचार्ट")
    assert warnings("Draw a run chart.", "एक रनचार्ट बनाएँ।", "hi") == []


def test_a_wording_to_avoid_is_told_unless_it_is_part_of_the_preferred_one(entry):
    entry("run chart", "रन चार्ट", discouraged="चार्ट\nग्राफ़")
    assert warnings("A run chart", "एक रन चार्ट", "hi") == []
    (concern,) = warnings("A run chart", "एक रन चार्ट, यानी ग्राफ़", "hi")
    assert concern == ("discouraged", "The glossary advises against “ग्राफ़”.")


def test_the_longest_term_counts_and_abbreviations_are_no_words(entry):
    entry("care", "सेवा")
    entry("kangaroo mother care", "कंगारू मदर केयर")
    entry("AIDS", "एड्स")
    text = "<b>Kangaroo</b> mother care aids babies with AIDS."
    assert [hit.term for hit in hits([text], "hi")[text]] == ["kangaroo mother care", "AIDS"]
    assert hits(["It aids them."], "hi") == {"It aids them.": []}


def test_a_glossary_is_of_one_pair_of_languages(entry):
    entry("aim", "लक्ष्य")
    assert hits(["An aim"], "ne") == {"An aim": []}
    entry("लक्ष्य", "उद्देश्य", "ne", source_language="hi")
    assert len(hits(["हमारे लक्ष्यों में"], "ne", "hi")["हमारे लक्ष्यों में"]) == 1
    entry("เป้าหมาย", "ເປົ້າໝາຍ", "hi", source_language="th")
    assert len(hits(["เขียนเป้าหมายก่อน"], "hi", "th")["เขียนเป้าหมายก่อน"]) == 1


def test_a_page_of_passages_costs_one_query(entry, django_assert_num_queries):
    entry("run chart", "रन चार्ट")
    pairs = [(f"Run chart {number}", f"चार्ट {number}") for number in range(60)]
    with django_assert_num_queries(1):
        found = all_warnings(pairs, "hi")
    assert [[each.code for each in concerns] for concerns in found] == [["term"]] * 60


def test_what_is_not_translated_yet_has_no_warning(entry):
    entry("run chart", "रन चार्ट")
    assert warnings("A run chart of 5 mg", "", "hi") == []
