"""A measure on a page: what it counts, its points, and what they are held against."""

import json
import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from wagtail.admin.compare import BlockComparison
from wagtail.blocks import (
    ChoiceBlock,
    DecimalBlock,
    FieldBlock,
    IntegerBlock,
    ListBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
)
from wagtail_localize.segments import StringSegmentValue

from core.blocks import LineBlock, Untranslated

from .choosing import unsuited
from .numerals import plain
from .reading import Row, as_text, from_json, name_of, read_text
from .series import Change, ChartKind, Period, Series
from .widgets import PointsInput

_PER = (1, 100, 1000, 10_000, 100_000)
_COUNT = re.compile(r"\d[\d.,]*")


class PointsField(forms.CharField):
    """Text of one point a line; cleaned, the tuple of `reading.Row` that it says."""

    widget = PointsInput

    def to_python(self, value):
        """Return the points. Raises ValidationError with a message for each unreadable line."""
        return read_text(super().to_python(value))


class SeriesBlock(Untranslated, FieldBlock):
    """Points to type or to paste. Translators never see them: numbers are the same everywhere.

    The value is a tuple of `reading.Row`, or a text that has not been read yet; what is stored is
    a list of objects with `when` and, as text, `value`, `numerator` and `denominator`.
    """

    def __init__(self, required=True, help_text=None, **kwargs):
        self.field = PointsField(required=required, help_text=help_text, strip=False)
        super().__init__(**kwargs)

    def to_python(self, value):
        """Return the points of what is stored; text is read, and stays text if it cannot be."""
        try:
            return read_text(value) if isinstance(value, str) else from_json(value or ())
        except ValidationError:
            return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def normalize(self, value):
        """Return points for what a program gives: points, stored entries, or text."""
        if isinstance(value, tuple) and all(isinstance(row, Row) for row in value):
            return value
        return self.to_python(value)

    def value_for_form(self, value):
        """Return the text of points; text that could not be read comes back as it was typed."""
        return value if isinstance(value, str) else as_text(value or ())

    def render_basic(self, value, context=None):
        """Return the text of points as HTML, which two versions of a page are compared by."""
        return escape(self.value_for_form(value))

    def get_comparison_class(self):
        """Return what compares points by their text."""
        return BlockComparison

    def get_prep_value(self, value):
        """Return what is stored: text that nobody could read is kept, not lost."""
        return value if isinstance(value, str) else [row.as_json() for row in value or ()]

    class Meta:
        icon = "list-ol"
        label = _("Points")
        default = ()


class PeriodNameBlock(Untranslated, LineBlock):
    """The name of a point, the same in every language because points are."""

    def clean(self, value):
        """Return the name as the points have it."""
        return name_of(super().clean(value))


class ReportedValueBlock(LineBlock):
    """A number or a unit as it was printed; translators see it only if it has words."""

    def get_translatable_segments(self, value):
        """Return the text where it has letters, and nothing for figures."""
        return [StringSegmentValue("", value)] if any(map(str.isalpha, value or "")) else []

    def restore_translated_segments(self, value, segments):
        """Return the translated words."""
        return segments[0].render_text()


def _stated_count(unit):
    """What a unit such as "per 1,000 patient days" counts, if that is offered; else None."""
    if Series((), unit=unit).in_percent:
        return 100
    digits = _COUNT.search(plain(unit))
    count = int(re.sub(r"\D", "", digits[0])) if digits else None
    return count if count in _PER else None


class ChangeBlock(StructBlock):
    """Something that the team changed."""

    when = PeriodNameBlock(label=_("When"), max_length=60, search_index=False)
    what = LineBlock(label=_("What changed"), max_length=200)

    class Meta:
        icon = "arrow-right"
        label = _("Change")


class ReportedBlock(StructBlock):
    """A number that was printed without the points behind it."""

    what = LineBlock(label=_("What"), max_length=200)
    value = ReportedValueBlock(label=_("Number"), max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Reported number")


class MeasureValue(StructValue):
    """What a page and its charts ask of a measure."""

    @property
    def series(self):
        """The `Series` of the points, in the unit of the values; without points an empty one."""
        data = () if isinstance(self["data"], str) else self["data"] or ()
        per = int(self["per"] or 1)
        return Series(
            points=tuple(row.point(per) for row in data),
            unit=self["unit"] or "",
            period=Period(self["period"] or Period.OTHER),
            baseline=self["baseline_points"] or 0,
            goal=self["goal"],
            higher_is_better={"higher": True, "lower": False}.get(self["better"]),
            changes=tuple(Change(one["when"], one["what"]) for one in self["changes"]),
            per=per,
        )

    @property
    def chart_kind(self):
        """The `ChartKind` that the editor asks for."""
        return ChartKind(self["chart"] or ChartKind.AUTO)

    @property
    def why_not_drawn(self):
        """Why the points do not suit the chart that the editor asks for; "" where they do."""
        return unsuited(self.series).get(self.chart_kind, "")


class MeasureBlock(StructBlock):
    """One measure: what is counted, its points over time, goal and changes, and how it was got."""

    name = LineBlock(label=_("Name"), max_length=200)
    kind = ChoiceBlock(
        label=_("Kind"),
        choices=[
            ("outcome", _("Outcome")),
            ("process", _("Process")),
            ("balancing", _("Balancing")),
        ],
        default="process",
        search_index=False,
    )
    numerator = LineBlock(label=_("Numerator"), required=False, max_length=300)
    denominator = LineBlock(label=_("Denominator"), required=False, max_length=300)
    unit = ReportedValueBlock(
        label=_("Unit"), required=False, max_length=60, help_text=_("Such as mL a week, or %.")
    )
    per = ChoiceBlock(
        label=_("Counted per"),
        choices=[(str(count), f"{count:,}") for count in _PER],
        default="100",
        search_index=False,
        help_text=_("What a fraction such as 45/60 counts: 100 for %."),
    )
    better = ChoiceBlock(
        label=_("Better"),
        choices=[("higher", _("Higher")), ("lower", _("Lower"))],
        required=False,
        search_index=False,
    )
    goal = DecimalBlock(label=_("Goal"), required=False, max_digits=18, decimal_places=9)
    period = ChoiceBlock(
        label=_("Period"),
        choices=[
            (Period.DAY.value, _("Day")),
            (Period.WEEK.value, _("Week")),
            (Period.MONTH.value, _("Month")),
            (Period.QUARTER.value, _("Quarter")),
            (Period.YEAR.value, _("Year")),
            (Period.OTHER.value, _("Other")),
        ],
        default=Period.OTHER.value,
        search_index=False,
    )
    data = SeriesBlock(
        required=False,
        help_text=_(
            "One point a line: when, then the number, or cases and total as 45/60. "
            "Paste from a spreadsheet."
        ),
    )
    baseline_points = IntegerBlock(
        label=_("Baseline points"),
        required=False,
        min_value=0,
        max_value=1000,
        help_text=_("How many points at the start make the centre line. Empty: all."),
    )
    chart = ChoiceBlock(
        label=_("Chart"),
        choices=[
            (ChartKind.AUTO.value, _("Choose for me")),
            (ChartKind.NONE.value, _("None")),
            (ChartKind.RUN.value, _("Run chart")),
            (ChartKind.P.value, _("p chart")),
            (ChartKind.U.value, _("u chart")),
            (ChartKind.C.value, _("c chart")),
            (ChartKind.XMR.value, _("XmR chart")),
        ],
        default=ChartKind.AUTO.value,
        search_index=False,
    )
    changes = ListBlock(ChangeBlock(), label=_("Changes"), default=[])
    reported = ListBlock(ReportedBlock(), label=_("Reported numbers"), default=[])
    collected = LineBlock(label=_("How it was collected"), required=False, max_length=500)

    def clean(self, value):
        """Return the measure. Raises ValidationError where two of its parts contradict."""
        value = super().clean(value)
        problems = {}
        computed = any(row.value is None for row in value["data"])
        stated = _stated_count(value["unit"] or "")
        if computed and stated and stated != int(value["per"]):
            problems["per"] = ValidationError(
                _("The unit says %(count)s.") % {"count": f"{stated:,}"}
            )
        if (value["baseline_points"] or 0) > len(value["data"]):
            problems["baseline_points"] = ValidationError(_("There are fewer points."))
        if problems:
            raise StructBlockValidationError(problems)
        return value

    class Meta:
        icon = "list-ol"
        label = _("Measure")
        description = _("What is counted, its points over time, goal and changes.")
        value_class = MeasureValue
        preview_value = {
            "name": "Early skin-to-skin contact",
            "unit": "%",
            "period": "week",
            "data": "Week 1\t3/12\nWeek 2\t5/11\nWeek 3\t9/13",
        }
