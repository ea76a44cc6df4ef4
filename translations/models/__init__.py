from .assignment import Assignment
from .carried_over import CarriedOver
from .glossary_entry import Domain, GlossaryEntry
from .memory_key import MemoryKey
from .page_visits import PageVisits
from .passage import Kind, Passage
from .source_change import PassageChange, Severity, SourceChange, StatedSeverity
from .team_mail import SafetyNotice, TeamMember
from .translation_state import Status, TranslationState
from .version import Version

__all__ = [
    "Assignment",
    "CarriedOver",
    "Domain",
    "GlossaryEntry",
    "Kind",
    "MemoryKey",
    "PageVisits",
    "Passage",
    "PassageChange",
    "SafetyNotice",
    "Severity",
    "SourceChange",
    "StatedSeverity",
    "Status",
    "TeamMember",
    "TranslationState",
    "Version",
]
