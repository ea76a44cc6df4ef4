"""Noticing what goes wrong in a browser without being seen."""


def watch(page, complaints):
    """Add a line to the list `complaints` for every error that `page` reports from now on."""
    page.on("console", lambda message: _note(message, page, complaints))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("response", lambda response: _note_failure(response, complaints))


def _note(message, page, complaints):
    # The status of the page itself is for the test to judge.
    is_the_page = message.location.get("url") == page.url
    if message.type == "error" and not is_the_page:
        complaints.append(f"{page.url}: {message.text}")


def _note_failure(response, complaints):
    if response.status >= 500:
        complaints.append(f"{response.url} answered {response.status}")
