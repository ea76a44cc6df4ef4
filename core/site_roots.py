"""Where the tree of each language begins."""

from wagtail.models import Site


def root_path(language, request=None):
    """Return the url_path of a language's home page, such as "/home/", or None without one.

    `request`, where given, keeps the answer for the rest of the request, as Wagtail does.
    """
    roots = getattr(request, "_wagtail_cached_site_root_paths", None)
    if roots is None:
        roots = Site.get_site_root_paths()
        if request is not None:
            request._wagtail_cached_site_root_paths = roots
    return next((root.root_path for root in roots if root.language_code == language), None)
