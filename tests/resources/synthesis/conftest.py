"""A topic, records on it and what is made of them."""

import pytest

from resources.models import InitiativePage, LibraryPage, ResourceTopic, SynthesisPage, Topic


@pytest.fixture
def topic(english):
    return Topic.objects.create(name="Kangaroo care", slug="kangaroo-care", locale=english)


@pytest.fixture
def section(home, publish):
    return publish(home, LibraryPage(title="Syntheses", slug="syntheses", holds="synthesis"))


@pytest.fixture
def record(initiatives, topic, publish):
    """Return a function that publishes a record on the topic."""

    def publish_record(title, parent=initiatives, model=InitiativePage, topics=(topic,), **facts):
        slug = title.lower().replace(" ", "-")
        page = model(title=title, slug=slug, summary="Tried.", **facts)
        page.topics = [ResourceTopic(term=term) for term in topics]
        return publish(parent, page)

    return publish_record


@pytest.fixture
def synthesis(section, topic, publish):
    """Return a function that publishes a synthesis on the topic."""

    def publish_synthesis(**words):
        page = SynthesisPage(title="Skin to skin", slug="skin", summary="Together.", **words)
        page.topics = [ResourceTopic(term=topic)]
        return publish(section, page)

    return publish_synthesis


@pytest.fixture
def translate(hindi):
    """Return a function that publishes a page in Hindi as a translator has begun it."""

    def publish_translation(page, title):
        for ancestor in page.get_ancestors().filter(depth__gt=1).specific():
            if not ancestor.has_translation(hindi):
                ancestor.copy_for_translation(hindi).save_revision().publish()
        translation = page.copy_for_translation(hindi)
        translation.title = title
        translation.save_revision().publish()
        translation.refresh_from_db()
        return translation

    return publish_translation
