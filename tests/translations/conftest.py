"""A guide, its translation, and what an editor does to them."""

import pytest
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from resources.models import GuidePage
from translations.models import StatedSeverity

HINDI = {
    "Wash your hands": "हाथ धोएँ",
    "Before every touch.": "हर स्पर्श से पहले।",
    "<b>Soap</b> and water.": "<b>साबुन</b> और पानी।",
    "Give 5 mg once a day.": "दिन में एक बार 5 मिग्रा दें।",
}
PARAGRAPH = "11111111-1111-4111-8111-111111111111"


def body(*paragraphs):
    """Return the value of a body with one block of rich text."""
    html = "".join(f"<p>{each}</p>" for each in paragraphs)
    return [{"type": "paragraph", "id": PARAGRAPH, "value": html}]


@pytest.fixture
def run(django_capture_on_commit_callbacks):
    """Return what lets that happen at once which waits for the end of a transaction."""
    return django_capture_on_commit_callbacks


@pytest.fixture
def translated(guides, publish, hindi, run):
    """A published guide of four passages that has been translated and published in Hindi."""
    page = publish(
        guides,
        GuidePage(
            title="Wash your hands",
            slug="wash",
            summary="Before every touch.",
            body=body("<b>Soap</b> and water.", "Give 5 mg once a day."),
        ),
    )
    if not guides.has_translation(hindi):
        guides.copy_for_translation(hindi, copy_parents=True)
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=hindi)
    for segment in source.stringsegment_set.select_related("string"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=hindi,
            data=HINDI[segment.string.data],
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
    with run(execute=True):
        translation.save_target(publish=True)
    return page


@pytest.fixture
def edit(run):
    """Return a function that publishes other content, saying how much it matters or not."""

    def publish_again(page, severity=None, **fields):
        page = GuidePage.objects.get(pk=page.pk)
        for name, value in fields.items():
            setattr(page, name, value)
        revision = page.save_revision()
        if severity:
            StatedSeverity.objects.create(revision=revision, severity=severity)
        with run(execute=True):
            revision.publish()

    return publish_again
