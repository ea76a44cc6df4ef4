"""Every address that the hub has, read from its own table of addresses."""

import re
from dataclasses import dataclass
from typing import Any

from django.urls import get_resolver

from scripts.messages import APPS


@dataclass(frozen=True)
class Address:
    """An address: its name behind its namespaces, and its route with arguments as <name>.

    `view` is what answers.
    """

    name: str
    route: str
    view: Any

    @property
    def keys(self):
        """Return the names of the arguments."""
        return set(re.findall(r"<(\w+)>", self.route))

    @property
    def model(self):
        """Return the model that the view is about, or None."""
        initial = getattr(self.view, "view_initkwargs", {})
        model = initial.get("model") or getattr(self._class, "model", None)
        return model if isinstance(model, type) else None

    @property
    def is_ours(self):
        """Tell whether an app of ours wrote the view, or set it up for a model of its own."""
        places = [self.view.__module__, getattr(self._class, "__module__", "")]
        ours = any(place.split(".")[0] in APPS for place in places)
        return ours or self.name.startswith(tuple(f"wagtailsnippets_{app}_" for app in APPS))

    @property
    def is_alike_everywhere(self):
        """Tell whether Wagtail answers the same for every kind of snippet, but for its name."""
        space, _colon, last = self.name.rpartition(":")
        return space.startswith("wagtailsnippets_") and last not in {"list", "add", "edit"}

    def filled(self, values):
        """Return the path, with its arguments out of {name: value}; raises KeyError for others."""
        return "/" + re.sub(r"<(\w+)>", lambda key: str(values[key[1]]), self.route)

    @property
    def _class(self):
        return getattr(self.view, "view_class", None)


def addresses():
    """Return all addresses that have a name, once for each route."""
    return list(_walk(get_resolver().url_patterns, "", []))


def _walk(patterns, route, names):
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            space = [pattern.namespace] if pattern.namespace else []
            yield from _walk(pattern.url_patterns, here, [*names, *space])
        elif pattern.name:
            yield Address(":".join([*names, pattern.name]), _plain(here), pattern.callback)


def _plain(route):
    """Return a route without converters and regular expressions."""
    route = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", r"<\1>", route)
    return re.sub(r"<\w+:(\w+)>", r"<\1>", re.sub(r"[\\^$]", "", route))
