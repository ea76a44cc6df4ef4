"""Search among Wagtail's own hooks."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .admin.terms import SearchTermViewSet
from .counting import count_opened

register_snippet(SearchTermViewSet)


@hooks.register("on_serve_page")
def count_what_is_opened(serve):
    """Count the resource that a reader opens from the results of a question."""

    def counting(page, request, args, kwargs):
        response = serve(page, request, args, kwargs)
        count_opened(request, page, response)
        return response

    return counting
