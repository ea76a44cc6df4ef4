from .filing import ResourceAudience, ResourceMethod, ResourceSetting, ResourceTopic
from .guide_page import GuidePage
from .initiative_page import InitiativePage
from .library_page import LibraryPage
from .resource_page import ResourcePage
from .terms import Audience, CareSetting, Method, Term, Topic

__all__ = [
    "Audience",
    "CareSetting",
    "GuidePage",
    "InitiativePage",
    "LibraryPage",
    "Method",
    "ResourceAudience",
    "ResourceMethod",
    "ResourcePage",
    "ResourceSetting",
    "ResourceTopic",
    "Term",
    "Topic",
]
