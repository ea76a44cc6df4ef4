from .audio import HubAudio
from .base_page import BasePage
from .document_text import DocumentText, TextState
from .documents import HubDocument
from .identity import IdentityWording, SiteIdentity
from .images import HubImage, HubRendition

__all__ = [
    "BasePage",
    "DocumentText",
    "HubAudio",
    "HubDocument",
    "HubImage",
    "HubRendition",
    "IdentityWording",
    "SiteIdentity",
    "TextState",
]
