"""Going everywhere that a reader, a program or a search engine can go."""

import re
from collections import deque
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404

# What is linked, in any format: attributes, JSON, XML and style sheets quote or tag addresses.
_ADDRESS = re.compile(r"""(?:["'(>\s,=]|^)((?:https?://|/)[^\s"'<>()\\]+)""")
_LINKING = ("text/", "application/json", "application/xml", "application/rss+xml")
_NOT_FOLLOWED = ("/static/", "/admin/")
_MOST = 2000


@dataclass
class Answer:
    """What came back from an address; `text` with and without what addresses escape."""

    status: int
    view: str
    text: str
    links: list = field(default_factory=list)


def crawl(client, starts):
    """Return {address: Answer} of all that `starts` lead to within the hub, signed in nowhere."""
    found, waiting = {}, deque(starts)
    while waiting:
        address = waiting.popleft()
        if address in found:
            continue
        assert len(found) < _MOST, "The hub has no end."
        answer = found[address] = _ask(client, address)
        waiting.extend(link for link in answer.links if link not in found)
    return found


def _ask(client, address):
    response = client.get(address)
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    body = b"".join(response) if response.streaming else response.content
    text = body.decode(errors="replace")
    links = _ADDRESS.findall(text) if response["Content-Type"].startswith(_LINKING) else []
    links.append(response.get("Location", ""))
    own = {inside for link in links if (inside := _inside(address, unescape(link)))}
    said = f"{headers}\n{unescape(text)}"
    return Answer(
        response.status_code,
        _view(response),
        # As bytes too: pictures and documents may say something in two bytes a letter.
        f"{said}\n{unquote(said)}\n{body.decode('utf-16-be', errors='ignore')}",
        sorted(own),
    )


def _view(response):
    """Return the name of what answered; "" for refusals and what no view answered."""
    try:
        return response.resolver_match.view_name if response.status_code < 400 else ""
    except Resolver404:
        return ""


def _inside(base, link):
    """Return a link as the path and query that the test client takes; "" for one that leads out."""
    parts = urlsplit(urljoin(settings.SITE_URL + base, link))
    if f"{parts.scheme}://{parts.netloc}" != settings.SITE_URL:
        return ""
    if parts.path.startswith(_NOT_FOLLOWED):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")
