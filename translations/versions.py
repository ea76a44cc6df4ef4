"""Which language versions of a page exist, and which is nearest to a reader's language."""

from core import identity
from core.languages import direction_of, fallback_chain
from core.languages import get_language as content_language
from core.site_roots import root_path
from core.visibility import public_pages


def live_versions(page):
    """Return {language code: page} of all that readers may read of `page`, itself included.

    Aliases, which carry another language's text, are left out.
    """
    pages = public_pages().filter(translation_key=page.translation_key).select_related("locale")
    return {version.locale.language_code: version for version in pages}


def versions_at(language, path):
    """Return {language code: page} of the pages at an address in languages other than its own.

    `path` is the part of the address behind the language, such as "guides/run-charts/". One
    slug in all languages makes it the same in each.
    """
    others = (other.code for other in identity.offered() if other.code != language)
    roots = (root_path(code) for code in others)
    url_paths = [f"{root}{path}" for root in roots if root]
    pages = public_pages().filter(url_path__in=url_paths).select_related("locale")
    return {page.locale.language_code: page for page in pages}


def nearest_first(versions, language):
    """Return the pages of {language code: page}, those nearest to `language` first."""
    chain = fallback_chain(language)
    rank = {code: position for position, code in enumerate(chain)}
    ordered = sorted(versions, key=lambda code: (rank.get(code, len(chain)), code))
    return [versions[code] for code in ordered]


def offer(page, request):
    """Return what a template needs to offer `page` to a reader of another language."""
    code = page.locale.language_code
    return {
        "lang": code,
        "dir": direction_of(code),
        "language_name": content_language(code).name,
        "title": page.title,
        "url": page.get_url(request),
    }
