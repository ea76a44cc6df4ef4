from .carried_over import CarriedOver
from .glossary_entry import Domain, GlossaryEntry
from .memory_key import MemoryKey
from .passage import Kind, Passage
from .source_change import PassageChange, Severity, SourceChange, StatedSeverity
from .translation_state import Status, TranslationState
from .version import Version

__all__ = [
    "CarriedOver",
    "Domain",
    "GlossaryEntry",
    "Kind",
    "MemoryKey",
    "Passage",
    "PassageChange",
    "Severity",
    "SourceChange",
    "StatedSeverity",
    "Status",
    "TranslationState",
    "Version",
]
