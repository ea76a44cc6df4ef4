"""What is asked of search: text, filters, a place in the tree, a page of results."""

import re
from dataclasses import dataclass, field

from core.languages import SOURCE_LANGUAGE, fallback_chain
from fit import setting
from fit.setting import Setting

PAGE_SIZE = 20
LAST_PAGE = 1_000_000
MOST_VALUES = 50
# The one value of the parameter `sort`.
BY_FIT = "fit"

# Filters in the order in which they are shown.
FACETS = (
    "type",
    "topic",
    "setting",
    "audience",
    "country",
    "method",
    "outcome",
    "cycle",
    "language",
    "year",
)

# What a value can look like at all; anything else in an address is passed over.
_VALUE = re.compile(r"^[\w.-]{1,100}$")
_YEAR = re.compile(r"^[0-9]{4}$")


@dataclass(frozen=True)
class SearchRequest:
    """One question to `search.query.run`.

    `language` is the reader's; `filters` maps names of FACETS to values, any of which will do;
    `within` limits the answer to pages below these paths of the page tree. Where `setting` says
    anything, what fits it best comes first.
    """

    language: str = SOURCE_LANGUAGE
    text: str = ""
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    within: tuple[str, ...] = ()
    page: int = 1
    page_size: int = PAGE_SIZE
    setting: Setting = Setting()

    @property
    def preferred_languages(self):
        """The languages in which one resource is shown, the best first."""
        return fallback_chain(self.language)


def from_parameters(parameters, language: str, within: tuple[str, ...] = ()) -> SearchRequest:
    """Return the request that a QueryDict makes; never raises, whatever it holds."""
    filters = {name: _values(name, parameters.getlist(name)) for name in FACETS}
    return SearchRequest(
        language=language,
        text=parameters.get("q", ""),
        filters={name: values for name, values in filters.items() if values},
        within=within,
        page=_page(parameters.get("page", "")),
        setting=_setting(parameters),
    )


def _setting(parameters):
    """Return what the answer is to be sorted by: a setting counts only where that is asked for."""
    if parameters.get("sort") != BY_FIT:
        return Setting()
    return setting.from_parameters(parameters)


def _values(name, values):
    shape = _YEAR if name == "year" else _VALUE
    return tuple(dict.fromkeys(value for value in values if shape.match(value)))[:MOST_VALUES]


def _page(text):
    if not re.match(r"^[0-9]{1,9}$", text):
        return 1
    return min(max(1, int(text)), LAST_PAGE)
