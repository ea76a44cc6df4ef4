"""The hub's settings, with Wagtail's own search beside the hub's, to be compared with."""

from benchmarks.hub import STOCK
from hub.settings import base

vars().update({name: value for name, value in vars(base).items() if name.isupper()})
WAGTAILSEARCH_BACKENDS = {
    **base.WAGTAILSEARCH_BACKENDS,
    STOCK: {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False},
}
