"""`manage.py load_terms`: term lists become the vocabulary."""

import pytest
from django.core.management import CommandError, call_command

from search.models import SearchTerm
from search.synonyms import alternatives

pytestmark = pytest.mark.django_db

HEADER = "id,sourceLang,targetLang,sourceString,targetString\n"
HINDI = HEADER + "1,en,hi_IN,cough,खाँसी\n2,en,hi_IN,hand hygiene,हाथ की स्वच्छता\n"
FRENCH = HEADER + "1,en,fr_XX,cough,toux\n2,en,fr_XX,hand hygiene,hygiène des mains\n"


@pytest.fixture
def load(tmp_path, capsys):
    """Return a function that loads files with these contents and gives what was printed."""

    def load_files(*contents):
        paths = []
        for number, content in enumerate(contents):
            path = tmp_path / f"list-{number}.csv"
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            paths.append(str(path))
        call_command("load_terms", *paths)
        return capsys.readouterr().out

    return load_files


def vocabulary():
    """Return {language: {name: alternatives}}."""
    found = {}
    for term in SearchTerm.objects.select_related("locale"):
        found.setdefault(term.locale.language_code, {})[term.name] = term.alternatives
    return found


def refused(load, capsys, *contents):
    """Return the lines that say why the files were not loaded."""
    with pytest.raises(CommandError, match="Nothing was loaded"):
        load(*contents)
    assert not SearchTerm.objects.exists()
    return capsys.readouterr().err


def test_lists_with_the_same_source_make_one_concept_of_each_expression(load):
    assert "6 created" in load(HINDI, FRENCH)
    assert vocabulary() == {
        "en": {"cough": "", "hand hygiene": ""},
        "hi": {"खाँसी": "", "हाथ की स्वच्छता": ""},
        "fr": {"toux": "", "hygiène des mains": ""},
    }
    assert len(set(SearchTerm.objects.values_list("translation_key", flat=True))) == 2


def test_what_was_loaded_is_searched_for_with_the_next_question(load):
    assert alternatives(("cough",), "en") == []
    load(HINDI, FRENCH)
    (found,) = alternatives(("cough",), "en")
    assert found.expressions == (("खाँसी", "hi"), ("toux", "fr"))


def test_loading_again_changes_nothing(load):
    load(HINDI, FRENCH)
    before = list(SearchTerm.objects.order_by("pk").values())
    assert "0 created, 0 updated, 6 unchanged" in load(HINDI, FRENCH)
    assert list(SearchTerm.objects.order_by("pk").values()) == before


def test_further_translations_of_an_expression_are_its_alternatives(load):
    load(HEADER + "1,en,fr,cough,toux\n2,en,fr,Cough,tousser\n3,en,fr,cough,toux\n")
    assert vocabulary() == {"en": {"cough": ""}, "fr": {"toux": "tousser"}}


def test_a_longer_list_adds_to_what_was_loaded_before(load):
    load(HINDI)
    assert "1 updated" in load(HINDI + "3,en,hi,cough,कास\n")
    assert vocabulary()["hi"]["खाँसी"] == "कास"


def test_what_an_editor_has_changed_stays(load):
    load(HINDI)
    term = SearchTerm.objects.get(name="खाँसी")
    term.name, term.alternatives = "खांसी आना", "कफ"
    term.save()
    assert "1 term stays as an editor has it" in load(HINDI, FRENCH)
    assert vocabulary()["hi"] == {"खांसी आना": "कफ", "हाथ की स्वच्छता": ""}
    assert set(vocabulary()["fr"]) == {"toux", "hygiène des mains"}


def test_a_concept_that_an_editor_has_renamed_is_not_made_again(load):
    load(HINDI)
    term = SearchTerm.objects.get(name="cough")
    term.name = "coughing"
    term.save()
    load(HINDI)
    assert set(vocabulary()["en"]) == {"coughing", "hand hygiene"}


def test_an_expression_that_an_editor_wrote_down_keeps_its_concept(load, english):
    term = SearchTerm.objects.create(
        name="hand washing", alternatives="hand hygiene", locale=english
    )
    load(HINDI)
    assert set(vocabulary()["en"]) == {"cough", "hand washing"}
    hindi = SearchTerm.objects.get(name="हाथ की स्वच्छता")
    assert hindi.translation_key == term.translation_key


def test_a_list_may_lead_from_any_language_to_any_other(load):
    lists = (HINDI, HEADER + "1,hi_IN,bn_IN,खाँसी,কাশি\n")
    load(*lists)
    assert len(set(SearchTerm.objects.values_list("translation_key", flat=True))) == 2
    assert "0 created" in load(*lists)


def test_columns_may_stand_in_any_order_and_have_others_beside_them(load):
    load("targetString;note;sourceString;sourceLang;targetLang\ntoux;x;cough;en;fr\n")
    assert vocabulary() == {"en": {"cough": ""}, "fr": {"toux": ""}}


def test_every_bad_row_is_named_with_its_file_and_line_and_nothing_is_loaded(load, capsys):
    bad = (
        HEADER
        + "1,en,zh_CN,cough,咳嗽\n"
        + "2,en,hi,,खाँसी\n"
        + "3,en,en,cough,coughing\n"
        + f"4,en,fr,cough,{'x' * 151}\n"
        + "5,en,fr,cough\n"
        + "6,en,fr,cough,?!\n"
    )
    lines = refused(load, capsys, HINDI, bad).splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        ["list-1.csv", f"line {number}"] for number in range(2, 8)
    ]
    assert "“zh_CN” is not a language of this hub" in lines[0]
    assert "sourceString" in lines[1]
    assert "same language" in lines[2]
    assert "at most 150 characters" in lines[3]
    assert "this row has 4 columns" in lines[4]
    assert "no word or number" in lines[5]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "empty"),
        ("id,source,target\n1,cough,toux\n", "there is no column “sourceLang”"),
        ("columns are missing\n", "there is no column “targetString”"),
        (HEADER.encode() + "1,en,fr,fièvre,fièvre\n".encode("latin-1"), "line 2: byte 0xE8"),
        (b"PK\x03\x04 a workbook", "binary file"),
        (HEADER + '1,en,fr,"cough,toux\n', "line 2: a quote that is opened"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(load, capsys, content, why):
    assert why in refused(load, capsys, content)


def test_a_file_that_is_not_there_says_so(capsys):
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_terms", "nowhere.csv")
    assert "No such file" in capsys.readouterr().err


def test_thousands_of_rows_take_few_queries(load, django_assert_max_num_queries):
    rows = [f"{n},en,hi,expression {n},वाक्यांश {n}\n" for n in range(1000)]
    with django_assert_max_num_queries(30):
        load(HEADER + "".join(rows))
    assert SearchTerm.objects.count() == 2000
