from .adaptation import Adaptation
from .assignment import Assignment
from .carried_over import CarriedOver
from .glossary_entry import Domain, GlossaryEntry
from .memory_key import MemoryKey
from .page_visits import PageVisits
from .passage import Kind, Passage
from .passage_comment import PassageComment
from .source_change import PassageChange, Severity, SourceChange, StatedSeverity
from .team_mail import Notice, SafetyNotice, TeamMember
from .translation_state import Status, TranslationState
from .version import Version

__all__ = [
    "Adaptation",
    "Assignment",
    "CarriedOver",
    "Domain",
    "GlossaryEntry",
    "Kind",
    "MemoryKey",
    "Notice",
    "PageVisits",
    "Passage",
    "PassageChange",
    "PassageComment",
    "SafetyNotice",
    "Severity",
    "SourceChange",
    "StatedSeverity",
    "Status",
    "TeamMember",
    "TranslationState",
    "Version",
]
