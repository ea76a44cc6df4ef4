"""How much a change seems to matter: a proposal, which an editor may overrule.

The words are those by which a change of treatment shows in an English text; numbers and units
are looked for in any language.
"""

import re
import unicodedata
from difflib import SequenceMatcher

from django.utils.html import strip_tags

from ..models import Kind, Severity

# So alike, letter by letter, are a text and the same with a slip of the pen put right.
_ALIKE = 0.9
_NUMBER = re.compile(r"\d+(?:[.,/:–-]\d+)*")
_UNIT = re.compile(
    r"(?<![^\W\d_])(?:[mµkc]?g|mcg|kg|[mdc]?l|iu|mmol|mmhg|mg/kg|°c|°f|%|hours?|minutes?|days?)"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
_WORDS = frozenset(
    ("not", "no", "never", "nor", "without", "except", "unless", "only", "avoid", "stop")
    + ("contraindicated", "contraindication", "allergy", "allergic", "dose", "doses", "dosage")
    + ("overdose", "maximum", "minimum", "danger", "dangerous", "warning", "immediately")
    + ("urgent", "urgently", "refer", "emergency")
)


def propose(changes):
    """Return the `Severity` that fits `PassageChange` rows, the worst of any of them."""
    return max((propose_for(each) for each in changes), default=Severity.TYPO)


def propose_for(change):
    """Return the `Severity` that fits one `PassageChange`."""
    if change.kind != Kind.TEXT:
        return Severity.CONTENT
    old, new = _plain(change.old_text), _plain(change.new_text)
    if _critical(old) != _critical(new):
        return Severity.SAFETY if old and new or _doses(old) or _doses(new) else Severity.CONTENT
    if not old or not new:
        return Severity.CONTENT
    alike = SequenceMatcher(None, old, new, autojunk=False).ratio()
    return Severity.TYPO if alike >= _ALIKE and _words_kept(old, new) else Severity.CONTENT


def _plain(text):
    return " ".join(unicodedata.normalize("NFKC", strip_tags(text)).casefold().split())


def _doses(text):
    return bool(_NUMBER.search(text) and _UNIT.search(text))


def _critical(text):
    """Return what of a text a dose or a warning hangs on, in order."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word in _WORDS]
    return sorted(words), _NUMBER.findall(text), [unit.casefold() for unit in _UNIT.findall(text)]


def _words_kept(old, new):
    """Tell whether no more than one word in ten, and one at least, differs."""
    before, after = old.split(), new.split()
    same = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    kept = sum(block.size for block in same)
    return max(len(before), len(after)) - kept <= max(1, len(before) // 10)
