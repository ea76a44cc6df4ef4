from .case_study_page import CaseStudyPage
from .episode_page import EpisodePage
from .filing import ResourceAudience, ResourceMethod, ResourceSetting, ResourceTopic
from .guide_page import GuidePage
from .initiative_page import InitiativePage
from .library_page import LibraryPage
from .needs import ResourceEquipment, ResourceRole
from .podcast_page import PodcastPage
from .resource_page import ResourcePage
from .synthesis_page import SynthesisPage
from .terms import Audience, CareSetting, Equipment, Method, TeamRole, Term, Topic

__all__ = [
    "Audience",
    "CareSetting",
    "CaseStudyPage",
    "EpisodePage",
    "Equipment",
    "GuidePage",
    "InitiativePage",
    "LibraryPage",
    "Method",
    "PodcastPage",
    "ResourceAudience",
    "ResourceEquipment",
    "ResourceMethod",
    "ResourcePage",
    "ResourceRole",
    "ResourceSetting",
    "ResourceTopic",
    "SynthesisPage",
    "TeamRole",
    "Term",
    "Topic",
]
