"""The answers of a draft as they stand, and what a form shows of them."""

from dataclasses import dataclass, field

from .access import name_of
from .marks import mark
from .models import Wording
from .questions import PLACEHOLDER, YES, Group, Question, sections_of


def texts_of(draft):
    """Return {name: text} of a draft's answers, empty ones left out."""
    current = draft.wordings.filter(standing=Wording.Standing.CURRENT).exclude(text="")
    return dict(current.values_list("name", "text"))


def titles_of(drafts):
    """Return {key of the draft: title}, in one query."""
    titles = Wording.objects.filter(
        draft__in=drafts, name="title", standing=Wording.Standing.CURRENT
    )
    return dict(titles.values_list("draft_id", "text"))


def id_of(name):
    """Return what the field of an answer is called in the form's document."""
    return f"answer-{name}"


def entries_of(group, texts):
    """Return {entry: {question: text}} of a group's entries that say something, oldest first."""
    found = {}
    for name in sorted(texts):
        group_name, _dot, rest = name.partition(".")
        if group_name == group.name and texts[name].strip():
            entry, _dot, question = rest.partition(".")
            found.setdefault(entry, {})[question] = texts[name]
    return found


@dataclass
class Field:
    """A question as the form shows it: with its answer, and what else was written at that time."""

    name: str
    question: Question
    wording: Wording | None = None
    rivals: list[Wording] = field(default_factory=list)

    @property
    def id(self):
        """What the field is called in the document."""
        return id_of(self.name)

    @property
    def text(self):
        """The answer."""
        return self.wording.text if self.wording else ""

    @property
    def version(self):
        """How often the answer has changed."""
        return self.wording.version if self.wording else 0

    @property
    def shown(self):
        """The answer as it stands in a textarea, where HTML passes over a first line break."""
        return f"\n{self.text}" if self.text.startswith("\n") else self.text

    @property
    def state(self):
        """What a form sends back to tell which answer it had shown."""
        return f"{self.version}-{mark(self.text)}"

    @property
    def labelled_rivals(self):
        """The rivals, each with its text as people read it and who wrote it."""
        labels = {str(value): label for value, label in self.question.choices}
        return [
            (rival, labels.get(rival.text, rival.text), name_of(rival.written_by))
            for rival in self.rivals
        ]

    @property
    def is_ticked(self):
        """Whether a question of yes or no is answered with yes."""
        return self.text == YES

    @property
    def lines(self):
        """How many lines the field has at first."""
        return min(14, max(3, 1 + len(self.text) // 40 + self.text.count("\n")))

    @property
    def is_code(self):
        """Whether the text runs from left to right in every language, as figures and dates do."""
        return self.question.kind == "date" or self.question.name in ("data", "doi", "year")


@dataclass
class Entry:
    """One entry of a group, with its fields."""

    key: str
    fields: list[Field]


@dataclass
class Part:
    """A part of a section: a field, or a group with its entries and a blank one to copy."""

    single: Field | None = None
    group: Group | None = None
    entries: list[Entry] = field(default_factory=list)
    blank: Entry | None = None


def form_of(draft, new=()):
    """Return [(heading, [Part])] of a draft's form; `new` holds (group, entry) still empty."""
    current, rivals = {}, {}
    for wording in draft.wordings.select_related("written_by").order_by("pk"):
        if wording.standing == Wording.Standing.CURRENT:
            current[wording.name] = wording
        elif wording.standing == Wording.Standing.RIVAL:
            rivals.setdefault(wording.name, []).append(wording)

    def field_of(name, question):
        return Field(name, question, current.get(name), rivals.get(name, []))

    def part_of(part):
        if isinstance(part, Question):
            return Part(single=field_of(part.name, part))
        texts = {name: wording.text for name, wording in current.items()}
        texts |= {name: each[0].text for name, each in rivals.items()}
        started = (entry for group, entry in new if group == part.name)
        keys = {*entries_of(part, texts), *started}
        entries = [entry_of(part, key) for key in sorted(keys)]
        return Part(group=part, entries=entries, blank=entry_of(part, PLACEHOLDER))

    def entry_of(group, key):
        fields = [field_of(f"{group.name}.{key}.{each.name}", each) for each in group.questions]
        return Entry(key, fields)

    return [
        (section.heading, [part_of(part) for part in section.parts])
        for section in sections_of(draft.kind)
    ]
