"""What stands on a resource's own page: the question, which a script answers in its place."""

from django.template.loader import render_to_string

from .records import is_compared


def question(request, page) -> str:
    """Return the way to the answer, the same for every reader; "" for what is not compared."""
    is_kept = page.pk is not None
    if not is_kept or not is_compared(page):
        return ""
    return render_to_string("fit/question.html", {"page_compared": page}, request)
