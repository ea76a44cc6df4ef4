"""A draft as a manuscript: a Word file in the order of SQUIRE 2.0.

Items and order: Ogrinc G, Davies L, Goodman D, Batalden P, Davidoff F, Stevens D. SQUIRE 2.0
(Standards for QUality Improvement Reporting Excellence): revised publication guidelines from a
detailed consensus process. BMJ Qual Saf 2016;25:986-992. A heading without text is one that a
journal will ask for and the draft does not answer yet.
"""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from core.languages import direction_of

from .answers import entries_of
from .questions import groups_of, questions_of

# (heading, its items); an item is a heading with the answers and groups that belong below it.
MANUSCRIPT = (
    (_("Abstract"), ((None, ("summary",)),)),
    (
        _("Introduction"),
        (
            (_("Problem description"), ("problem",)),
            (_("Available knowledge"), ()),
            (_("Rationale"), ("whys",)),
            (
                _("Specific aims"),
                ("aim", "aim_what", "aim_for_whom", "aim_how_much", "aim_by_when"),
            ),
        ),
    ),
    (
        _("Methods"),
        (
            (_("context"), ("context", "facility_name", "facility_place", "care_level", "team")),
            (_("Interventions"), ("ideas", "change")),
            (_("Study of the interventions"), ("cycles",)),
            (_("measures"), ("measures",)),
            (_("Analysis"), ()),
            (_("Ethical considerations"), ()),
        ),
    ),
    (_("results"), ((None, ("result", "outcome")),)),
    (
        _("Discussion"),
        (
            (_("summary"), ("lessons",)),
            (_("Interpretation"), ("outcome_why", "cost_people", "cost_time", "cost_money")),
            (_("Limitations"), ("otherwise",)),
            (_("Conclusions"), ("sustainment", "translational_potential")),
        ),
    ),
    (_("Funding"), ()),
)
_FACILITY = ("facility_name", "facility_place")


def document_of(draft, texts):
    """Return a `docx.Document` of a draft's answers, {name: text}, in the active language.

    A facility that is to stay anonymous is not named.
    """
    writer = _Writer(draft, texts)
    writer.heading(texts.get("title", "") or draft.get_kind_display(), 0)
    for heading, items in MANUSCRIPT:
        writer.heading(heading, 1)
        for item, names in items:
            if item is not None:
                writer.heading(item, 2)
            for name in names:
                writer.answer(name)
    return writer.document


class _Writer:
    """Puts headings and answers into a document, in the direction of the draft's language."""

    def __init__(self, draft, texts):
        self.document = Document()
        self.questions = questions_of(draft.kind)
        self.groups = groups_of(draft.kind)
        self.texts = texts
        self.is_rtl = direction_of(draft.language) == "rtl"
        self.document.core_properties.language = draft.language
        self.document.core_properties.author = ""

    def heading(self, text, level):
        """Add a heading; 0 is the title."""
        self._turn(self.document.add_heading(capfirst(text), level))

    def answer(self, name):
        """Add what was answered, by a question's or a group's name; nothing for no answer."""
        if name in self.groups:
            self._group(self.groups[name])
            return
        question, text = self.questions.get(name), self.texts.get(name, "").strip()
        is_hidden = name in _FACILITY and self.texts.get("facility_is_anonymous")
        if question is None or not text or is_hidden:
            return
        # Long answers speak for themselves beneath their heading; others are named.
        if question.kind == "text":
            self._paragraphs(text)
        else:
            self._line(question, text)

    def _group(self, group):
        for said in entries_of(group, self.texts).values():
            first, *others = [each for each in group.questions if said.get(each.name, "").strip()]
            self.heading(self._readable(first, said[first.name]), 3)
            for question in others:
                self._line(question, said[question.name].strip())

    def _line(self, question, text):
        paragraph = self.document.add_paragraph()
        paragraph.add_run(f"{capfirst(question.label)}: ").bold = True
        first, *rest = self._readable(question, text).split("\n")
        paragraph.add_run(first)
        self._turn(paragraph)
        self._paragraphs("\n".join(rest))

    def _paragraphs(self, text):
        for line in text.split("\n"):
            if line.strip():
                self._turn(self.document.add_paragraph(line.strip()))

    def _readable(self, question, text):
        labels = {str(value): str(label) for value, label in question.choices}
        return labels.get(text, text)

    def _turn(self, paragraph):
        """Let a paragraph run from right to left where its language does."""
        if not self.is_rtl:
            return
        paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in paragraph.runs:
            mark = OxmlElement("w:rtl")
            mark.set(qn("w:val"), "1")
            run._element.get_or_add_rPr().append(mark)
