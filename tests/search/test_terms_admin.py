"""Editors keep the vocabulary in the admin."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource

from accounts.models import User
from search.models import SearchTerm
from search.models.terms import MOST_ALTERNATIVES

pytestmark = pytest.mark.django_db

LIST, ADD = (reverse(f"wagtailsnippets_search_searchterm:{view}") for view in ("list", "add"))


@pytest.fixture
def editor(client):
    """An editor who has signed in, without further rights."""
    user = User.objects.create_user("editor", password="x")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return user


@pytest.fixture
def term(english):
    return SearchTerm.objects.create(
        name="kangaroo mother care", alternatives="KMC", locale=english
    )


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["KMC", "kmc"], "“kmc” is the same as “KMC”"),
        (["Kangaroo-Mother Care"], "the same as “kangaroo mother care”"),
        (["x" * 151], "at most 150 characters"),
        (["…"], "“…” has no word or number"),
        ([f"word {n}" for n in range(MOST_ALTERNATIVES + 1)], "at most 30 expressions"),
    ],
)
def test_what_search_could_not_use_is_refused_in_words(term, lines, why):
    term.alternatives = "\n".join(lines)
    with pytest.raises(ValidationError, match=why):
        term.full_clean()


def test_a_name_needs_a_word(term):
    term.name = "?!"
    with pytest.raises(ValidationError, match="no word or number"):
        term.full_clean()


def test_lines_are_tidied(term):
    term.name, term.alternatives = "  kangaroo   mother care", "\r\n KMC \r\n\r\nskin  to skin\n"
    term.full_clean()
    assert (term.name, term.alternatives) == ("kangaroo mother care", "KMC\nskin to skin")


def test_an_editor_adds_a_term_in_the_language_of_the_address(client, editor, hindi):
    html = client.get(f"{ADD}?locale=hi&alternatives=केएमसी&name=कंगारू").text
    assert 'value="कंगारू"' in html
    assert ">\nकेएमसी</textarea>" in html
    client.post(f"{ADD}?locale=hi", {"name": "कंगारू देखभाल", "alternatives": "केएमसी"})
    assert SearchTerm.objects.get().locale == hindi


def test_adding_what_is_there_already_adds_to_it(client, editor, term):
    content = {"name": "Kangaroo mother care", "alternatives": "kmc\nskin to skin"}
    answer = client.post(ADD, content, follow=True)
    assert "Added to “kangaroo mother care”" in answer.text
    term.refresh_from_db()
    assert SearchTerm.objects.get().alternatives == "KMC\nskin to skin"


def test_the_list_is_searched_by_any_expression_and_filtered_by_language(
    client, editor, term, hindi
):
    SearchTerm.objects.create(name="कंगारू देखभाल", locale=hindi)
    assert "kangaroo mother care" in client.get(f"{LIST}?q=kmc").text
    assert "kangaroo mother care" not in client.get(f"{LIST}?q=oxytocin").text
    in_hindi = client.get(f"{LIST}?locale=hi").text
    assert "कंगारू देखभाल" in in_hindi
    assert "kangaroo mother care" not in in_hindi


def test_an_editor_may_delete_a_term_that_misleads(client, editor, term):
    url = reverse("wagtailsnippets_search_searchterm:delete", args=[term.pk])
    client.post(url)
    assert not SearchTerm.objects.exists()


def test_who_may_not_keep_the_vocabulary_cannot_add_to_it(client, term):
    user = User.objects.create_user("guest", password="x")
    client.force_login(user)
    client.post(ADD, {"name": "kangaroo mother care", "alternatives": "cuddling"})
    term.refresh_from_db()
    assert term.alternatives == "KMC"


def test_a_term_is_translated_like_any_other_content(
    term, hindi, django_capture_on_commit_callbacks
):
    words = {"kangaroo mother care": "कंगारू मदर केयर", "KMC": "केएमसी"}
    source, _created = TranslationSource.get_or_create_from_instance(term)
    translation = Translation.objects.create(source=source, target_locale=hindi)
    file = translation.export_po()
    for entry in file:
        entry.msgstr = words[entry.msgid]
    translation.import_po(file)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    translated = term.get_translation(hindi)
    assert (translated.name, translated.alternatives) == ("कंगारू मदर केयर", "केएमसी")
