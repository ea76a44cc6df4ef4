from .audio import HubAudio
from .base_page import BasePage
from .documents import HubDocument
from .identity import IdentityWording, SiteIdentity
from .images import HubImage, HubRendition

__all__ = [
    "BasePage",
    "HubAudio",
    "HubDocument",
    "HubImage",
    "HubRendition",
    "IdentityWording",
    "SiteIdentity",
]
