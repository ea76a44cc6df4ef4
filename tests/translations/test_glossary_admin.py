"""Each team keeps the glossary of its own language."""

import pytest
from django.urls import reverse

from accounts.models import User
from translations import groups
from translations.models import GlossaryEntry

ENTRY = {
    "source_language": "en",
    "term": " run   chart ",
    "language": "hi",
    "preferred": "रन चार्ट\n\n रनचार्ट ",
    "discouraged": "ग्राफ़",
    "note": "",
    "domain": "qi",
    "origin": "",
}


@pytest.fixture
def member(db, client):
    """Return a function that signs in a member of one of a language's groups."""

    def sign_in(kind=groups.REVIEWERS, code="hi"):
        user, _new = User.objects.get_or_create(username=f"{kind}-{code}")
        user.groups.add(groups.team(code, kind))
        client.force_login(user)
        return user

    return sign_in


@pytest.fixture
def entry(db):
    """Return a function that writes an entry."""
    return lambda term, language, **others: GlossaryEntry.objects.create(
        term=term, language=language, preferred="…", **others
    )


def address(name, *arguments):
    return reverse(f"glossary:{name}", args=arguments)


def test_a_reviewer_writes_changes_and_deletes_entries_of_the_own_language(client, member):
    member()
    client.post(address("add"), ENTRY)
    made = GlossaryEntry.objects.get()
    assert (made.term, made.language) == ("run chart", "hi")
    assert made.preferred == "रन चार्ट\nरनचार्ट"
    client.post(address("edit", made.pk), {**ENTRY, "preferred": "रन चार्ट"})
    made.refresh_from_db()
    assert made.preferred == "रन चार्ट"
    assert client.get(address("history", made.pk)).status_code == 200
    client.post(address("delete", made.pk))
    assert not GlossaryEntry.objects.exists()


def test_the_only_language_of_a_reviewer_is_chosen_already(client, member):
    reviewer = member()
    assert client.get(address("add")).context["form"]["language"].value() == "hi"
    reviewer.groups.add(groups.team("ta", groups.REVIEWERS))
    assert not client.get(address("add")).context["form"]["language"].value()


def test_another_language_s_glossary_cannot_be_written(client, member, entry):
    thai = entry("run chart", "th")
    member()
    response = client.post(address("add"), {**ENTRY, "language": "ta"})
    assert "language" in response.context["form"].errors
    for name in ("edit", "delete", "history", "usage"):
        assert client.get(address(name, thai.pk)).status_code == 404
        client.post(address(name, thai.pk), {**ENTRY, "language": "hi"})
    assert [(each.term, each.language) for each in GlossaryEntry.objects.all()] == [
        ("run chart", "th")
    ]


def test_an_entry_is_not_moved_to_another_language(client, member, entry):
    made = entry("run chart", "hi")
    member()
    client.post(address("edit", made.pk), {**ENTRY, "language": "th"})
    made.refresh_from_db()
    assert made.language == "hi"


def test_wordings_are_listed_as_being_in_their_language(client, member):
    member(code="ur")
    GlossaryEntry.objects.create(term="run chart", language="ur", preferred="رن <چارٹ>")
    assert '<bdi lang="ur" dir="rtl">رن &lt;چارٹ&gt;</bdi>' in client.get(address("index")).text


def test_a_translator_reads_the_glossary_and_does_not_write_it(client, member, entry):
    made, _other = entry("run chart", "hi"), entry("fishbone", "th")
    member(groups.TRANSLATORS)
    page = client.get(address("index")).content.decode()
    assert "run chart" in page and "fishbone" not in page
    client.post(address("add"), ENTRY)
    client.post(address("edit", made.pk), {**ENTRY, "term": "other"})
    client.post(address("delete", made.pk))
    assert sorted(GlossaryEntry.objects.values_list("term", flat=True)) == ["fishbone", "run chart"]


def test_whoever_is_in_no_team_does_not_see_it(client, entry):
    entry("run chart", "hi")
    outsider = User.objects.create_user("outsider")
    client.force_login(outsider)
    response = client.get(address("index"), follow=True)
    assert "run chart" not in response.content.decode()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"language": "en", "source_language": "en"}, "language"),
        ({"preferred": " \n"}, "preferred"),
        ({"preferred": "…"}, "preferred"),
        ({"term": "—"}, "term"),
        ({"term": "Run-Charts", "preferred": "x"}, None),
        ({"term": "run-chart"}, "__all__"),
    ],
)
def test_what_makes_no_entry_is_refused(client, entry, change, field):
    entry("Run chart", "hi")
    client.force_login(User.objects.create_superuser("administrator"))
    response = client.post(address("add"), {**ENTRY, **change})
    if field is None:
        assert GlossaryEntry.objects.count() == 2
    else:
        assert field in response.context["form"].errors
        assert GlossaryEntry.objects.count() == 1
