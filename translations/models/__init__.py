from .carried_over import CarriedOver
from .passage import Kind, Passage
from .source_change import PassageChange, Severity, SourceChange, StatedSeverity
from .translation_state import Status, TranslationState
from .version import Version

__all__ = [
    "CarriedOver",
    "Kind",
    "Passage",
    "PassageChange",
    "Severity",
    "SourceChange",
    "StatedSeverity",
    "Status",
    "TranslationState",
    "Version",
]
