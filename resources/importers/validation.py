"""Records of a file into values for pages, or into a report of what is wrong with them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Locale

from resources.models import PodcastPage, ResourcePage

from . import values
from .bindings import Binding, fingerprint
from .identity import Identity, identify
from .record import Cell, Record, Show
from .report import ImportRefused, Report
from .summaries import summary_from_facts, take_abstract

# Columns that stand for something else than one value of the page.
SPECIAL = ("language", "abstract")


@dataclass
class CleanRecord:
    """A record whose every value is good.

    `values` maps columns to values, `fingerprints` to their marks, and `given` names those that
    the file itself gives; `identity` holds the keys it is known by, and `page` is a new page
    made of it, not yet saved and without a place in the tree. `show` is the podcast it belongs
    to, None where the file does not say.
    """

    line: int
    language: str
    values: dict[str, Any]
    fingerprints: dict[str, str]
    given: frozenset[str]
    identity: Identity
    page: ResourcePage
    show: Show | None = None


class Validator:
    """Checks records against one page model.

    `bindings` are the model's columns; with `strict` a column the model lacks is a mistake.
    """

    def __init__(
        self,
        model: type[ResourcePage],
        bindings: dict[str, Binding],
        language: str,
        report: Report,
        strict: bool,
    ) -> None:
        self.model = model
        self.bindings = bindings
        self.language = language
        self.report = report
        self.strict = strict
        self._belongs_to_show = PodcastPage in model.allowed_parent_page_models()
        self._locales = {locale.language_code: locale for locale in Locale.objects.all()}

    def clean(self, records: Iterable[Record]) -> list[CleanRecord]:
        """The good ones among the records; everything wrong with the others is reported."""
        cleaned = []
        for record in records:
            before = len(self.report)
            language, found = self._values(record)
            if len(self.report) > before:
                continue
            found.setdefault("summary", summary_from_facts(found, language))
            identity = identify(found, keeps_doi="doi" in self.bindings)
            kept = {name: found[name] for name in self.bindings if name in found}
            page = self._page(language, kept)
            self._check(record, page)
            marks = {name: fingerprint(value) for name, value in kept.items()}
            given = frozenset(record.cells)
            show = self._show(record)
            cleaned.append(
                CleanRecord(record.line, language, kept, marks, given, identity, page, show)
            )
        return cleaned

    def _show(self, record: Record) -> Show | None:
        if "show" in record.cells and self._belongs_to_show:
            cell = record.cells["show"][0]
            return Show(values.line(cell.value), cell.line)
        return record.show

    def _values(self, record: Record) -> tuple[str, dict[str, Any]]:
        if "title" not in record.cells:
            self.report.add(_("the title is missing."), record.line)
        found = {}
        for column in record.cells:
            if column in self.bindings:
                found[column] = self._attempt(record, column, self.bindings[column].clean)
            elif column == "doi":
                found[column] = self._attempt(record, column, _one(values.doi))
            elif column == "show" and self._belongs_to_show:
                self._attempt(record, column, _one(values.line))
            elif self.strict and column not in SPECIAL:
                self._report_foreign(record, column)
        language = self.language
        if "language" in record.cells:
            language = self._attempt(record, "language", _one(values.language))
        if "abstract" in record.cells:
            most = self.model._meta.get_field("summary").max_length
            self._attempt(record, "abstract", _one(lambda text: take_abstract(text, found, most)))
        return language, found

    def _attempt(self, record: Record, column: str, clean: Callable[[list[Cell]], Any]) -> Any:
        try:
            return clean(record.cells[column])
        except ValidationError as error:
            self._report(record, column, error)
            return None

    def _report(self, record: Record, column: str, error: ValidationError) -> None:
        for message in error.messages:
            self.report.add(
                _("{column}: {message}").format(column=column, message=message),
                record.line_of(column),
            )

    def _report_foreign(self, record: Record, column: str) -> None:
        self.report.add(
            _("pages of type “{type}” have no “{column}”.").format(
                type=self.model.resource_type, column=column
            ),
            record.line_of(column),
        )

    def _page(self, language: str, found: dict[str, Any]) -> ResourcePage:
        page = self.model(locale=self._locale(language))
        for column, value in found.items():
            self.bindings[column].write(page, value)
        page.draft_title = page.title
        return page

    def _locale(self, language: str) -> Locale:
        if language not in self._locales:
            raise ImportRefused(
                _(
                    "This hub has no content in language “{language}” yet. Add the locale first."
                ).format(language=language)
            )
        return self._locales[language]

    def _check(self, record: Record, page: ResourcePage) -> None:
        """What the page model itself has to say, such as dates in the wrong order."""
        try:
            page.clean_without_place()
        except ValidationError as error:
            columns = {binding.attribute: name for name, binding in self.bindings.items()}
            for attribute, errors in error.error_dict.items():
                self._report(record, columns.get(attribute, attribute), ValidationError(errors))


def _one(clean: Callable[[str], Any]) -> Callable[[list[Cell]], Any]:
    return lambda cells: clean(cells[0].value)
