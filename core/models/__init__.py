from .audio import HubAudio
from .base_page import BasePage
from .documents import HubDocument
from .images import HubImage, HubRendition

__all__ = ["BasePage", "HubAudio", "HubDocument", "HubImage", "HubRendition"]
