"""Whatever editors and translators do, and in whatever order, the states are true.

Beside the hub a log of its own is kept, from nothing but what was done: what stands in the source,
which translation was made from which text, how much each change was said to matter.
"""

from dataclasses import dataclass, field
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from resources.models import GuidePage, LibraryPage
from translations.freshness.comparing import State
from translations.freshness.confirming import confirm
from translations.freshness.states import findings_of, refresh_states
from translations.models import Adaptation, Kind, Passage, StatedSeverity, TranslationState, Version

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["edit"] * 4
            + ["translate"] * 4
            + ["publish translation"] * 3
            + ["add", "delete", "move", "publish again", "revert", "revert translation"]
            + ["withdraw translation", "withdraw", "sync", "check", "adapt"]
        ),
        st.integers(0, 7),
        st.sampled_from([None, 1, 2, 3]),
    ),
    min_size=1,
    max_size=12,
)


def block(number):
    return str(UUID(int=number + (4 << 76) + (2 << 62)))


@dataclass
class Log:
    """What was done, and what follows from it."""

    source: dict = field(default_factory=dict)  # block: text, in order
    made_from: dict = field(default_factory=dict)  # translated text: the source text it says
    published: dict = field(default_factory=dict)  # block: translated text, or None for none
    untranslated: dict = field(default_factory=dict)  # block: text of the source that stands there
    texts: set = field(default_factory=set)  # every translated text that was published
    changes: list = field(default_factory=list)  # (old text, new text, severity)
    is_adapted: bool = False

    def severity(self, old, new, seen=()):
        """The mildest of all ways from one text to another, each as bad as its worst step."""
        if old == new:
            return 0
        ways = [
            max(severity, rest)
            for before, after, severity in self.changes
            if before == old and after not in seen and (after or not new)
            for rest in [self.severity(after, new, (*seen, old))]
            if rest is not None
        ]
        return min(ways, default=None)

    def expected(self):
        """Return ({block: state}, blocks that are withdrawn) of the published translation."""
        states, used = {}, set()
        made = {self.made_from[text]: where for where, text in self.published.items() if text}
        for where, text in self.source.items():
            if text in made:
                states[where] = "fresh"
                used.add(made[text])
        for where, text in self.source.items():
            if where in states:
                continue
            translation = self.published.get(where)
            if where in used or not translation:
                states[where] = "missing"
                used.add(where)
                continue
            used.add(where)
            typo = self.severity(self.made_from[translation], text) == 1
            states[where] = "fresh" if typo else "changed"
        return states, {
            where for where in self.published if where not in used and self.is_told(where)
        }

    def is_told(self, where):
        """Tell whether it is more than a typo that the source has lost what stands at a block."""
        translation = self.published[where]
        origin = self.made_from[translation] if translation else self.untranslated[where]
        return self.severity(origin, "") != 1


class FreshnessTests(TestCase):
    """Each example is a list of steps, taken one after another on one page."""

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(STEPS)
    def test_the_states_always_agree_with_a_log_of_what_was_done(self, steps):
        self.begin()
        for step in steps:
            self.take(*step)
            self.compare(step)

    def begin(self):
        self.log = Log()
        self.counter = 0
        self.hindi = Locale.objects.get(language_code="hi")
        section = LibraryPage.objects.get(slug="guides", locale__language_code="en")
        self.log.source = {block(number): self.text() for number in range(3)}
        page = GuidePage(
            title="1", summary="2", slug="log", locale=section.locale, body=self.body()
        )
        section.add_child(instance=page)
        page.save_revision().publish()
        self.key = page.translation_key
        if not section.has_translation(self.hindi):
            section.copy_for_translation(self.hindi, copy_parents=True)
        source, _created = TranslationSource.get_or_create_from_instance(page)
        Translation.objects.create(source=source, target_locale=self.hindi)
        for where in self.log.source:
            self.translate(where)
        self.publish_translation()

    def text(self):
        self.counter += 1
        return f"source text {'abcdefghijklmnopqrstuvwxyz'[self.counter % 26] * 5} {self.counter}"

    def body(self):
        return [
            {"type": "paragraph", "id": where, "value": f"<p>{text}</p>"}
            for where, text in self.log.source.items()
        ]

    @property
    def translation(self):
        return Translation.objects.get(source__object_id=self.key, target_locale=self.hindi)

    @property
    def page(self):
        return GuidePage.objects.get(translation_key=self.key, locale__language_code="en")

    @property
    def row(self):
        return GuidePage.objects.get(translation_key=self.key, locale=self.hindi)

    def take(self, step, number, severity):
        getattr(self, step.replace(" ", "_"))(number, severity)

    def chosen(self, number):
        places = list(self.log.source)
        return places[number % len(places)] if places else None

    def publish(self, before, severity):
        page = self.page
        page.body = self.body()
        revision = page.save_revision()
        if severity:
            StatedSeverity.objects.create(revision=revision, severity=severity)
        self.publish_revision(revision, before, severity)

    def publish_revision(self, revision, before, severity):
        was_live = self.page.live
        with self.captureOnCommitCallbacks(execute=True):
            revision.publish()
        now = self.log.source
        stay = set(before.values()) & set(now.values())
        for where in before.keys() | now.keys():
            old, new = before.get(where, ""), now.get(where, "")
            if old != new and not {old, new} & stay:
                self.log.changes.append((old, new, severity or self.proposed(old, new)))
        assert was_live or self.page.live

    def proposed(self, old, new):
        # Every text has a number of its own, and numbers are what a dose hangs on.
        return 3 if old and new else 2

    def edit(self, number, severity):
        where, before = self.chosen(number), dict(self.log.source)
        if where:
            self.log.source[where] = self.text()
        self.publish(before, severity)

    def add(self, number, severity):
        before = dict(self.log.source)
        self.counter += 1
        self.log.source[block(100 + self.counter)] = self.text()
        self.publish(before, severity)

    def delete(self, number, severity):
        where, before = self.chosen(number), dict(self.log.source)
        self.log.source.pop(where, None)
        self.publish(before, severity)

    def move(self, number, severity):
        where, before = self.chosen(number), dict(self.log.source)
        if where:
            self.log.source = {where: self.log.source.pop(where), **self.log.source}
        self.publish(before, severity)

    def publish_again(self, number, severity):
        self.publish(dict(self.log.source), severity)

    def revert(self, number, severity):
        revisions = list(self.page.revisions.order_by("pk"))
        revision = revisions[number % len(revisions)]
        before = dict(self.log.source)
        self.log.source = {
            each["id"]: each["value"].removeprefix("<p>").removesuffix("</p>")
            for each in revision.as_object().body.raw_data
        }
        stated = StatedSeverity.objects.filter(revision=revision).first()
        self.publish_revision(revision, before, stated.severity if stated else None)

    def withdraw(self, number, severity):
        self.page.unpublish()
        self.publish(dict(self.log.source), severity)

    def segment(self, where):
        segments = self.translation.source.stringsegment_set.select_related("string", "context")
        return segments.get(context__path=f"body.{where}")

    def translate(self, where, severity=None):
        where = self.chosen(where) if isinstance(where, int) else where
        if where is None:
            return
        segment = self.segment(where)
        self.counter += 1
        text = f"अनुवाद {self.counter}"
        self.log.made_from[text] = segment.string.data
        with self.captureOnCommitCallbacks(execute=True):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=self.hindi,
                defaults={"data": text, "translation_type": "manual"},
            )

    def check(self, number, severity):
        where = self.chosen(number)
        if where is None:
            return
        segment = self.segment(where)
        row = StringTranslation.objects.filter(
            translation_of=segment.string, context=segment.context, locale=self.hindi
        ).first()
        if row:
            confirm(row)
            self.log.made_from[row.data] = segment.string.data

    def adapt(self, number, severity):
        """Say that the translation differs on purpose, or that it does so no more."""
        version = Version.objects.get(translation_key=self.key, locale=self.hindi)
        self.log.is_adapted = not self.log.is_adapted
        if self.log.is_adapted:
            Adaptation.objects.create(version=version, what="Other words.", why="They are ours.")
        else:
            Adaptation.objects.filter(version=version).delete()
        refresh_states(version.source_id)

    def sync(self, number, severity):
        self.translation.source.update_from_db()

    def publish_translation(self, number=0, severity=None):
        with self.captureOnCommitCallbacks(execute=True):
            self.translation.save_target(publish=True)
        self.note_published()

    def note_published(self):
        texts = {
            each["id"]: each["value"].removeprefix("<p>").removesuffix("</p>")
            for each in self.row.body.raw_data
        }
        made = self.log.made_from
        self.log.published = {
            where: text if text in made else None for where, text in texts.items()
        }
        self.log.untranslated = {where: text for where, text in texts.items() if text not in made}
        self.log.texts |= {text for text in self.log.published.values() if text}

    def revert_translation(self, number, severity):
        revisions = list(self.row.revisions.order_by("pk"))
        with self.captureOnCommitCallbacks(execute=True):
            revisions[number % len(revisions)].publish()
        self.note_published()

    def withdraw_translation(self, number, severity):
        self.row.unpublish()
        self.compare_withdrawn()
        self.publish_translation()

    def compare_withdrawn(self):
        state = TranslationState.objects.get(source__translation_key=self.key, locale=self.hindi)
        assert state.status == "in_progress"

    def compare_status(self, states, withdrawn):
        state = TranslationState.objects.get(source__translation_key=self.key, locale=self.hindi)
        stale = "adapted" if self.log.is_adapted else "outdated"
        is_stale = withdrawn or set(states.values()) - {"fresh"}
        assert state.status == (stale if is_stale else "fresh")

    def compare(self, step):
        source = Version.objects.get(translation_key=self.key, source=None)
        version = source.translations.get()
        found = [
            finding
            for finding, _severity, _since in findings_of(source, version)
            if (finding.said or finding.translated).path.startswith("body.")
        ]
        states = {
            each.said.path.removeprefix("body."): str(each.state) for each in found if each.said
        }
        removed = {
            each.translated.path.removeprefix("body.")
            for each in found
            if each.state == State.REMOVED
        }
        assert (states, removed) == self.log.expected(), step
        self.compare_status(*self.log.expected())
        kept = set(
            Passage.objects.filter(version=version, kind=Kind.TEXT).values_list("text", flat=True)
        )
        assert self.log.texts <= kept
