from .body import BodyStreamBlock
from .callout import CalloutBlock
from .heading import HeadingBlock
from .image import FigureBlock
from .paragraph import ParagraphBlock
from .plain import LineBlock, LinesBlock
from .references import ReferencesBlock
from .steps import StepsBlock
from .table import TableBlock
from .untranslated import Untranslated

__all__ = [
    "BodyStreamBlock",
    "CalloutBlock",
    "FigureBlock",
    "HeadingBlock",
    "LineBlock",
    "LinesBlock",
    "ParagraphBlock",
    "ReferencesBlock",
    "StepsBlock",
    "TableBlock",
    "Untranslated",
]
