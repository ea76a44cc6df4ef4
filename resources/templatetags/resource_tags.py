"""What the pages of resources say to machines, and to people who cite or pass them on."""

from django import template

from resources import sharing
from resources.citations import downloads, styles
from resources.citations.work import csl_item
from resources.metadata import graph, preview, scholar

register = template.Library()


@register.simple_tag
def citation_of(page):
    """Return a resource as a reference in two styles, and the files to download.

    {"styles": [{"name", "pieces"}], "downloads": [{"name", "url"}]}; the names of the styles
    are their own, in every language.
    """
    item = csl_item(page)
    return {
        "styles": [
            {"name": "Vancouver", "pieces": styles.reference(item, styles.VANCOUVER)},
            {"name": "APA", "pieces": styles.reference(item, styles.APA)},
        ],
        "downloads": downloads.links_to(page),
    }


@register.simple_tag
def citation_meta(page):
    """Return the `citation_*` names of a paper as a list of {"name", "content"}."""
    return scholar.citation_meta(page)


@register.simple_tag(takes_context=True)
def open_graph(context, page):
    """Return the Open Graph properties of a page as a list of {"property", "content"}."""
    return preview.of_resource(page, context.get("alternates", list))


@register.simple_tag(takes_context=True)
def structured_data(context, page):
    """Return a page and its trail as JSON-LD, safe inside a script element."""
    return graph.of_resource(page, context["breadcrumbs"]())


@register.simple_tag
def share_link(page):
    """Return the address that opens WhatsApp with a page's title and address."""
    return sharing.whatsapp(page)
