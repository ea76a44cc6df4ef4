"""What is misspelt, inflected or written in Latin letters is found, and said to be so."""

import pytest

from search.skeletons import resemblance, skeleton


@pytest.mark.parametrize(
    ("language", "title", "typed"),
    [
        ("en", "Kangaroo mother care", "kangaro mothr caer"),
        ("fr", "Prévention de l'infection", "prevension infecsion"),
        ("bn", "নবজাতকের শরীর গরম রাখা", "নবজাতককে গরমে"),
        ("ur", "نوزائیدہ بچوں کی دیکھ بھال", "نوزائید بچے"),
        ("hi", "नवजात शिशु की देखभाल", "navjat shishu dekhbhal"),
        ("ne", "सुरक्षित प्रसूति सेवा", "surakshit prasuti sewa"),
        ("bn", "শিশুর টিকা", "shishur tika"),
        ("ta", "குழந்தை பராமரிப்பு", "kuzhandhai paramarippu"),
    ],
)
def test_what_is_spelt_otherwise_is_found_first(library, search, language, title, typed):
    for other in ("Ward rounds", "Medicine supply", "Referral by radio"):
        library.guide(other)
    library.guide(title, language=language)
    results = search(typed, language)
    assert results.hits[0].title == title
    assert results.nearest


def test_a_correction_is_offered_as_an_entry_writes_it(library, search):
    library.guide("Prévention", "Elle réduit la mortalité maternelle.", language="fr")
    results = search("mortalitte maternelle", "fr")
    assert results.suggestion == "mortalité maternelle"
    assert [hit.title for hit in results.hits] == ["Prévention"]


def test_a_correction_is_in_a_script_that_the_reader_reads(library, search):
    library.guide("تطهير", "مطهر", language="ar")
    library.guide("Mother and child")
    assert search("mothr", "en").suggestion == "mother"
    assert search("mthr", "ar").suggestion == "مطهر"


def test_a_word_like_none_that_the_reader_reads_is_not_corrected(library, search):
    library.guide("تطهير", "مطهر", language="ar")
    library.guide("Ward rounds")
    assert search("mthr", "en").suggestion is None


def test_no_correction_is_offered_for_words_that_are_there(library, search):
    library.guide("Hand hygiene")
    results = search("hand hygiene", "en")
    assert (results.suggestion, results.nearest) == (None, False)


def test_words_of_a_withdrawn_page_are_no_correction(library, search):
    library.guide("Ward rounds")
    with library.committed():
        library.guide("Phototherapy lamps").unpublish()
    results = search("phototherapi", "en")
    assert (results.suggestion, results.total) == (None, 0)


def test_what_has_the_word_itself_comes_before_what_has_one_like_it(library, titles):
    library.guide("Wards", "The ward and the ward sister of the ward.")
    library.guide("Words", "A word on the ward.")
    assert titles("word") == ["Words", "Wards"]


def test_what_nobody_can_have_meant_finds_nothing_but_guesses(library, search):
    library.guide("Ward rounds")
    results = search("xqzzk", "en")
    assert (results.total, results.hits) == (0, [])
    assert [hit.title for hit in results.guesses] == ["Ward rounds"]


@pytest.mark.parametrize("typed", ["xqzzk", "hypothermia"])
def test_guesses_are_in_a_script_in_which_the_reader_wrote(library, search, typed):
    library.guide("Ward rounds")
    library.guide("تطهير", "مطهر", language="ar", summary="قصير")
    library.guide("පතුරන්න", "පතුරන්න", language="si", summary="පතුරන්න")
    assert [hit.title for hit in search(typed, "en").guesses] == ["Ward rounds"]


def test_a_skeleton_is_the_same_in_every_script():
    assert skeleton("नवजात") == skeleton("navjat") == skeleton("nawajaat")
    assert skeleton("শিশু") == skeleton("shishu")


def test_words_resemble_one_another_by_their_letters():
    assert resemblance("mother", "mother") == 1
    assert resemblance("mother", "mothr") > resemblance("mother", "moth") > 0.5
    assert resemblance("mother", "ward") < 0.2
