from .adoption import Adoption
from .notice import AdoptionNotice

__all__ = ["Adoption", "AdoptionNotice"]
