"""`manage.py load_glossary`: term lists become the glossary, and search knows their words."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from core.languages import CONTENT_LANGUAGES
from search.models import SearchTerm
from search.synonyms import alternatives
from translations.glossary.checks import all_warnings
from translations.models import GlossaryEntry

pytestmark = pytest.mark.django_db

LIST = (
    "id,sourceLang,targetLang,sourceString,targetString\n"
    "1,en,hi_IN,cough,खाँसी\n"
    "2,en,hi_IN,Cough,कफ\n"
    "3,en,hi_IN,hand rub (a gel),हैंड रब\n"
)
SHIPPED = settings.BASE_DIR / "translations" / "glossary" / "qi_terms.csv"


@pytest.fixture
def load(tmp_path, capsys):
    """Return a function that loads a file with this content and gives what was printed."""

    def load_file(content, *options):
        path = tmp_path / "list.csv"
        path.write_text(content)
        call_command("load_glossary", str(path), *options)
        return capsys.readouterr().out

    return load_file


def words_for(*words):
    """Return what else search looks for when an English reader asks for these words."""
    return [text for found in alternatives(words, "en") for text, _language in found.expressions]


def test_a_list_becomes_entries_and_the_words_of_search(load):
    assert "2 created" in load(LIST, "--origin", "a list (CC0)")
    cough, rub = GlossaryEntry.objects.order_by("pk")
    assert (cough.term, cough.preferred, cough.language) == ("cough", "खाँसी\nकफ", "hi")
    assert (cough.domain, cough.origin, rub.term) == ("clinical", "a list (CC0)", "hand rub")
    assert "खाँसी" in words_for("cough")


def test_what_is_there_stays_as_a_team_has_it(load):
    load(LIST)
    GlossaryEntry.objects.filter(term="cough").update(preferred="खाँसी")
    assert "0 created, 0 updated, 2 unchanged" in load(LIST)
    assert GlossaryEntry.objects.get(term="cough").preferred == "खाँसी"


def test_a_list_with_a_mistake_is_refused_whole(load):
    with pytest.raises(CommandError, match="Nothing was loaded"):
        load(LIST + "4,en,hi_IN,aim,\n")
    assert not GlossaryEntry.objects.exists() and not SearchTerm.objects.exists()


def test_search_follows_an_entry_that_is_written(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        GlossaryEntry.objects.create(term="run chart", language="hi", preferred="रन चार्ट")
    assert words_for("run", "chart") == ["रन चार्ट"]


def test_the_list_that_comes_with_the_hub_agrees_with_the_demo(capsys):
    call_command("load_glossary", str(SHIPPED), "--domain", "qi")
    languages = set(GlossaryEntry.objects.values_list("language", flat=True))
    assert languages == {language.code for language in CONTENT_LANGUAGES} - {"en"}
    for entry in GlossaryEntry.objects.all():
        pairs = [(f"About {entry.term}", entry.preferred)]
        assert all_warnings(pairs, entry.language) == [[]]
        assert all_warnings([(entry.term, "…")], entry.language)[0]
