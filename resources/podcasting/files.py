"""An episode's transcript and chapters as files for players, and the feed of its show."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import condition, conditional_page, require_safe

from resources.models import EpisodePage, PodcastPage
from resources.served import last_change, pages_here
from resources.transcripts import as_lines

from . import writer
from .episode import chapters_of
from .show import episodes_of, show_of

# Of https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
_CHAPTERS_VERSION = "1.2.0"


def _for_every_player(response):
    """Let players that run in other sites' pages read it, as the podcast namespace asks."""
    response["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
@condition(last_modified_func=last_change)
def captions(request, pk):
    """Answer with an episode's transcript as WebVTT; 404 where readers may not see one."""
    page = get_object_or_404(pages_here(EpisodePage).select_related("locale"), pk=pk)
    if not page.cues:
        raise Http404("This episode has no transcript.")
    text = "\n".join(as_lines(page.transcript)) + "\n"
    return _for_every_player(HttpResponse(text, content_type="text/vtt; charset=utf-8"))


@require_safe
@condition(last_modified_func=last_change)
def chapters(request, pk):
    """Answer with an episode's chapters as the podcast namespace has them; 404 for none."""
    page = get_object_or_404(pages_here(EpisodePage).select_related("locale"), pk=pk)
    found = [_chapter(start, value) for start, value in chapters_of(page)]
    if not found:
        raise Http404("This episode has no chapters.")
    data = {"version": _CHAPTERS_VERSION, "title": page.title, "chapters": found}
    return _for_every_player(JsonResponse(data, content_type="application/json+chapters"))


def _chapter(start, value):
    chapter = {"startTime": start, "title": value["title"]}
    return {**chapter, "url": value["url"]} if value["url"] else chapter


@require_safe
@conditional_page
def feed(request, slug):
    """Answer with the feed of a show in the address's language; 404 where there is none."""
    shows = pages_here(PodcastPage).select_related("locale", "cover")
    page = get_object_or_404(shows, slug=slug)
    content = writer.write(show_of(page), episodes_of(page))
    return HttpResponse(content, content_type="application/rss+xml; charset=utf-8")
