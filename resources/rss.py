"""RSS 2.0 that is well-formed whatever the texts in it."""

import re

from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.xmlutils import SimplerXMLGenerator

# What XML 1.0 has no place for (https://www.w3.org/TR/xml/#charsets), such as the vertical tab
# that comes with a title from a slide.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Applications differ in whether a title may hold HTML. Written so it is text to all of them:
# https://www.rssboard.org/rss-profile#data-types-characterdata
_MARKUP = {ord(sign): f"&#x{ord(sign):X};" for sign in "&<>"}


class WellFormedRss(Rss201rev2Feed):
    """Django's RSS, but characters that XML cannot have are left out instead of refused."""

    def write(self, outfile, encoding):
        """Write the feed as bytes into `outfile`."""
        handler = _LegalXML(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.startElement("rss", self.rss_attributes())
        handler.startElement("channel", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        self.endChannelElement(handler)
        handler.endElement("rss")


class _LegalXML(SimplerXMLGenerator):
    def characters(self, content):
        """Write a text so that it is text to every reader, without what XML cannot hold."""
        # The handler's way to write what is escaped already.
        self.ignorableWhitespace(_ILLEGAL.sub("", str(content)).translate(_MARKUP))

    def startElement(self, name, attrs):
        """Begin an element, its attributes without what XML cannot hold."""
        legal = {key: _ILLEGAL.sub("", str(value)) for key, value in attrs.items()}
        super().startElement(name, legal)
