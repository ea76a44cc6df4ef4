"""Every page of the demo, by the kind that builds it.

The demo command, the tests that render and the tests that translate all read this registry,
so a page model without an example here has no test, and an example that rots breaks both.
"""

from dataclasses import dataclass
from typing import Any

from hub.demo import builders
from hub.demo.content.case_studies import CASE_STUDIES
from hub.demo.content.guides import GUIDES
from hub.demo.content.initiatives import INITIATIVES
from hub.demo.content.podcast import EPISODES, SHOW
from hub.demo.content.site import SECTIONS
from hub.demo.content.syntheses import SYNTHESES

BUILDERS = {
    "section": builders.section,
    "podcast": builders.podcast,
    "guide": builders.guide,
    "case_study": builders.case_study,
    "initiative": builders.initiative,
    "synthesis": builders.synthesis,
    "episode": builders.episode,
}


@dataclass(frozen=True)
class Example:
    """One page of the demo: how to build it, under which section or show, from which record."""

    kind: str
    section: str | None
    record: dict[str, Any]

    @property
    def slug(self):
        """Return the page's slug, which is the same in every language."""
        return self.record["slug"]

    def build(self, locale):
        """Return the page, not yet saved, in the language of `locale`."""
        return BUILDERS[self.kind](self.record, locale)


EXAMPLES = (
    *(Example("section", None, record) for record in SECTIONS),
    Example("podcast", None, SHOW),
    *(Example("guide", "guides", record) for record in GUIDES),
    *(Example("case_study", "case-studies", record) for record in CASE_STUDIES),
    *(Example("initiative", "initiatives", record) for record in INITIATIVES),
    *(Example("synthesis", "syntheses", record) for record in SYNTHESES),
    *(Example("episode", SHOW["slug"], record) for record in EPISODES),
)
