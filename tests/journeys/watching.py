"""Noticing what goes wrong in a browser without being seen."""

from urllib.parse import urlsplit


def watch(page, complaints):
    """Add a line to the list `complaints` for every error that `page` reports from now on.

    The console of the admin is Wagtail's own affair; failures of the server never are.
    """
    page.on("console", lambda message: _note(message, page, complaints))
    page.on("pageerror", lambda error: _note_script_error(error, page, complaints))
    page.on("response", lambda response: _note_failure(response, complaints))


def _is_for_readers(page):
    return not urlsplit(page.url).path.startswith("/admin/")


def _note(message, page, complaints):
    # The status of the page itself is for the test to judge.
    is_the_page = message.location.get("url") == page.url
    if message.type == "error" and not is_the_page and _is_for_readers(page):
        complaints.append(f"{page.url}: {message.text}")


def _note_script_error(error, page, complaints):
    if _is_for_readers(page):
        complaints.append(f"{page.url}: {error}")


def _note_failure(response, complaints):
    if response.status >= 500:
        complaints.append(f"{response.url} answered {response.status}")
