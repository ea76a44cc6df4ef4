"""What is found, in which order, in which language."""

import datetime

import pytest


def test_any_word_may_match_and_all_words_rank_first(library, titles):
    library.guide("Infection", "infection infection infection")
    library.guide("Both", "A long text about many things, infection and prevention among them.")
    library.guide("Neither", "Something else.")
    assert titles("infection prevention") == ["Both", "Infection"]


def test_a_word_in_the_title_ranks_before_one_in_the_text(library, titles):
    library.guide("Something", "About oxygen in a ward.")
    library.guide("Oxygen in a ward", "About something.")
    assert titles("oxygen") == ["Oxygen in a ward", "Something"]


def test_a_rare_word_counts_more_than_a_common_one(library, titles):
    for number in range(8):
        library.guide(f"Ward {number}", "ward")
    library.guide("Bilirubin", "bilirubin")
    assert titles("ward bilirubin")[0] == "Bilirubin"


def test_the_word_as_typed_ranks_before_its_other_forms(library, titles):
    library.guide("First", "We measure newborns today.")
    library.guide("Second", "We measure newborn today.")
    assert titles("newborn") == ["Second", "First"]
    assert titles("newborns") == ["First", "Second"]


def test_a_long_question_finds_something(library, titles):
    library.guide("Skin to skin", "Kangaroo mother care keeps small babies warm.")
    assert titles("What should I do to keep a very small baby warm on the way?") == ["Skin to skin"]


@pytest.mark.parametrize(
    ("language", "title", "typed"),
    [
        ("hi", "नवजात शिशुओं की देखभाल", "शिशु"),
        ("bn", "নবজাতকের যত্ন", "যত্ন"),
        ("ne", "बच्चाहरूको हेरचाह", "बच्चाहरू"),
        ("ta", "குழந்தை பராமரிப்பு", "பராமரிப்பு"),
        ("si", "අලුත උපන් ළදරුවන්", "ළදරුවන්"),
        ("th", "การดูแลทารกแรกเกิด", "ทารก"),
        ("my", "မွေးကင်းစကလေး စောင့်ရှောက်မှု", "ကလေး"),
        ("id", "Perawatan bayi baru lahir", "bayi"),
        ("ar", "رعاية الأطفال حديثي الولادة", "أطفال"),
        ("ur", "نوزائیدہ بچوں کی دیکھ بھال", "بچوں"),
        ("fr", "Les soins aux nouveau-nés", "nouveau-nes"),
    ],
)
def test_each_language_finds_its_own_words(library, titles, language, title, typed):
    library.guide(title, language=language)
    library.guide("Something else", language="en")
    assert titles(typed, language) == [title]


def test_the_readers_language_comes_first_and_others_after(library, search):
    library.guide("Apgar score, Apgar score", "apgar apgar")
    library.guide("Apgar और शिशु", language="hi")
    hits = search("apgar", "hi").hits
    assert [hit.language for hit in hits] == ["hi", "en"]
    assert [hit.language for hit in search("apgar", "en").hits] == ["en", "hi"]


def test_a_resource_is_one_hit_in_the_readers_language(library, search):
    english = library.guide("Apgar score")
    library.translation(english, "hi", "Apgar स्कोर")
    library.translation(english, "ar", "مقياس Apgar")
    for language, expected in (("hi", "hi"), ("ar", "ar"), ("en", "en"), ("th", "en")):
        results = search("apgar", language)
        assert (results.total, [hit.language for hit in results.hits]) == (1, [expected])


def test_a_hit_says_its_language_direction_and_address(library, search):
    english = library.guide("Apgar score")
    arabic = library.translation(english, "ar", "مقياس أبغار")
    (hit,) = search("أبغار", "en").hits
    assert (hit.id, hit.language, hit.dir) == (arabic.pk, "ar", "rtl")
    assert hit.url == arabic.url


def test_everything_is_listed_newest_first_when_nothing_is_asked(library, titles):
    library.guide("Old", published_on=datetime.date(2001, 1, 1))
    library.guide("New", published_on=datetime.date(2021, 1, 1))
    library.guide("Middle", published_on=datetime.date(2011, 1, 1))
    assert titles() == ["New", "Middle", "Old"]


def test_what_came_on_one_day_is_listed_in_the_order_in_which_it_was_made(library, titles):
    for step in ("Step 1", "Step 2", "Step 3"):
        library.guide(step)
    assert titles() == ["Step 1", "Step 2", "Step 3"]


@pytest.mark.parametrize(
    "typed",
    ["10.9999/Ward.5", "https://doi.org/10.9999/ward.5", "PMID 7654321", "7654321", "key-17"],
)
def test_a_known_identifier_finds_its_resource_alone_or_first(library, titles, typed):
    library.initiative("Key to 17 wards", problem="<p>key 17 ward 5</p>")
    library.initiative("Found", doi="10.9999/ward.5", pmid="7654321", source_id="key-17")
    assert titles(typed)[0] == "Found"


def test_a_doi_nobody_has_finds_nothing(library, titles):
    library.initiative("Ward", doi="10.9999/ward.5")
    assert titles("10.9999/ward.6") == []


def test_a_section_lists_what_is_below_it_in_any_language(library, titles):
    english = library.guide("Inside")
    section = english.get_parent()
    assert titles(within=(section.path,)) == ["Inside"]
    assert titles(within=(section.get_parent().get_parent().path + "9999",)) == []


def test_a_thai_compound_finds_texts_with_all_of_it_first(library, titles):
    library.guide("บ้าน", "แรก", language="th")
    library.guide("โรงพยาบาล", "ทารกแรกเกิดน้ำหนักน้อย", language="th")
    assert titles("ทารกแรกเกิด", "th")[0] == "โรงพยาบาล"


@pytest.mark.parametrize(
    ("language", "word", "part_of_another", "alone"),
    [
        ("th", "ศึกษา", "ทีมให้การศึกษาแก่มารดา", "พยาบาลจะศึกษาที่บ้านของมารดาหลายครั้งในเดือนแรก"),
        (
            "my",
            "ဆေးရုံ",
            "ဆေးရုံဝန်ထမ်းများကို လေ့ကျင့်ပေးသည်",
            "မိခင်သည် ဆေးရုံမှ အိမ်သို့ ပြန်လာပြီး ကလေးကို နို့တိုက်သည်",
        ),
    ],
)
def test_a_word_that_stands_alone_comes_before_a_part_of_another(
    library, titles, language, word, part_of_another, alone
):
    library.guide("A", part_of_another, language=language)
    library.guide("B", alone, language=language)
    assert titles(word, language) == ["B", "A"]


def test_a_title_is_about_the_parts_of_its_words_too(library, titles):
    library.guide("บันทึก", "มารดากลับบ้านสามวันหลังจากคลอด", language="th")
    library.guide("การคลอดก่อนกำหนด", language="th")
    assert titles("คลอด", "th") == ["การคลอดก่อนกำหนด", "บันทึก"]


def test_highlights_show_the_words_that_matched(library, search):
    library.guide("A title", "We wash hands before touching a newborn.", summary="Hygiene.")
    (hit,) = search("washing newborns").hits
    assert "<mark>wash</mark>" in hit.highlight
    assert "<mark>newborn</mark>" in hit.highlight


def test_results_come_in_pages_and_a_page_beyond_the_last_is_the_last(library, search):
    for number in range(7):
        library.guide(f"Ward {number}")
    pages = [search("ward", page=page, page_size=3) for page in (1, 2, 3)]
    assert [len(page.hits) for page in pages] == [3, 3, 1]
    assert len({hit.id for page in pages for hit in page.hits}) == 7
    beyond = search("ward", page=99_999, page_size=3)
    assert (beyond.page, beyond.num_pages, beyond.hits) == (3, 3, pages[2].hits)
