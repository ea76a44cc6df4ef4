"""Passing a page on."""

from urllib.parse import quote

from resources.citations.work import address_of


def whatsapp(page):
    """Return a link that offers a page to the reader's WhatsApp contacts.

    It is followed only when chosen, and the page loads nothing for it. Its form is that of
    https://faq.whatsapp.com/5913398998672934 (click to chat, without a number).
    """
    return "https://wa.me/?text=" + quote(f"{page.title}\n{address_of(page)}", safe="")
