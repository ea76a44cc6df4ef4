"""Words of every language come out the same however they are typed."""

import pytest

from search.analysis import STEM_MARK, analyse, index_terms


def exact(text, language):
    return [token.exact for token in analyse(text, language)]


def stems(text, language):
    return [token.stem.split(STEM_MARK)[-1] for token in analyse(text, language)]


@pytest.mark.parametrize(
    ("language", "written", "typed"),
    [
        ("en", "Ｋａｎｇａｒｏｏ", "kangaroo"),
        ("en", "naïve", "naive"),
        ("en", "kangaroo’s", "kangaroo"),
        ("fr", "œdème", "oedeme"),
        ("fr", "l’hôpital", "hopital"),
        ("fr", "e\u0301te\u0301", "été"),
        ("hi", "१२३", "123"),
        ("hi", "ज़रूरी", "जरूरी"),
        ("hi", "हँसी", "हंसी"),
        ("hi", "देख\u200dभाल", "देखभाल"),
        ("bn", "ড়", "\u09a1\u09bc"),
        ("ne", "२०७९", "2079"),
        ("ta", "கொ", "க\u0bc6\u0bbe"),
        ("si", "ළමයා", "ළමයා"),
        ("my", "၂၀၂၃", "2023"),
        ("th", "๑๐", "10"),
        ("ar", "الصِّحَّة", "الصحة"),
        ("ar", "أطفال", "اطفال"),
        ("ar", "مستشفى", "مستشفي"),
        ("ar", "رعـــاية", "رعاية"),
        ("ar", "٢٠١٩", "2019"),
        ("ur", "صحت کی", "صحت كي"),
        ("ur", "۲۰۲۳", "2023"),
    ],
)
def test_what_is_written_in_two_ways_has_one_form(language, written, typed):
    assert exact(written, language) == exact(typed, language)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("th", "ทารกแรกเกิดน้ำหนักน้อย", 6),
        ("my", "မွေးကင်းစကလေး", 2),
        ("km", "ទារកទើបនឹងកើត", 3),
        ("zh", "新生儿死亡率", 3),
        ("hi", "नवजात शिशु की देखभाल", 4),
        ("en", "evidence-based 3.5 snake_case", 5),
    ],
)
def test_text_is_cut_into_words_in_scripts_with_and_without_spaces(language, text, words):
    assert len(exact(text, language)) == words


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "newborns", "newborn"),
        ("fr", "infections", "infection"),
        ("hi", "शिशुओं", "शिशु"),
        ("ne", "बच्चाहरू", "बच्चा"),
        ("ar", "الصحة", "صحة"),
        ("id", "perawatannya", "perawatan"),
        ("ta", "மருத்துவமனையில்", "மருத்துவமனை"),
    ],
)
def test_inflected_words_share_a_stem(language, one, other):
    assert stems(one, language) == stems(other, language)


@pytest.mark.parametrize(
    ("language", "usual", "other"),
    [
        ("th", "กำหนดการให้น้ำ", "ก\u0e4d\u0e32หนดการให้น\u0e49\u0e4d\u0e32"),
        ("th", "น้ำหนักแรกเกิดต่ำ", "น\u0e4d\u0e49\u0e32หนักแรกเกิดต\u0e4d\u0e48\u0e32"),
        ("th", "แม่และเด็กแรกเกิด", "เเม่เเละเด็กเเรกเกิด"),
        ("lo", "ນ້ຳນົມແມ່", "ນ\u0ec9\u0ecd\u0eb2ນົມເເມ່"),
    ],
)
def test_what_looks_the_same_is_cut_into_the_same_words(language, usual, other):
    assert exact(other, language) == exact(usual, language)
    places = [(token.start, token.end) for token in analyse(other, language)]
    assert "".join(other[start:end] for start, end in places) == other


def test_english_words_in_a_hindi_text_are_stemmed_as_english():
    assert stems("newborns की", "hi")[0] == "newborn"


def test_words_keep_their_place_in_the_text_beyond_the_basic_plane():
    text = "a 𝒳 and 𠀀 ward"
    assert [text[token.start : token.end] for token in analyse(text, "en")] == text.split()


def test_marks_without_letters_are_no_words():
    assert exact("!!! … — 😀 ()", "en") == []


def test_no_form_can_break_a_query_of_any_engine():
    text = "O'Brien \"quoted\" 'x' a\\b a:b* (c) [d] {e} ^f ~g -h +i %s {0} \ue000 \ue001 \x00"
    stemmed, exact_forms, _written = index_terms(text, "en", 100)
    assert all(form.replace(STEM_MARK, "").isalnum() for form in (*stemmed, *exact_forms))


def test_only_the_beginning_of_an_endless_text_is_kept():
    stemmed, exact_forms, _written = index_terms("word " * 1000, "en", 10)
    assert len(stemmed) == len(exact_forms) == 10
