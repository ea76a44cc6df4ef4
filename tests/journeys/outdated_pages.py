"""A guide whose Hindi and Arabic versions differ from it in every way that readers are told of."""

from wagtail.models import Locale

from resources.models import GuidePage, LibraryPage
from translations.models import Severity, StatedSeverity

PATH = "guides/outdated/"
LANGUAGES = ("hi", "ar")

_IDS = {name: f"{number:08}-1111-4111-8111-111111111111" for number, name in enumerate("abcdefg")}
_WORDS = {
    "en": {
        "title": "Outdated",
        "summary": "Of a page that has changed.",
        "heading": "Before you begin",
        "text": "<p>Give <b>5 mg</b> once a day.</p><ul><li>Soap</li><li>Water</li></ul>",
        "callout": "Ask the mother.",
        "step": "Wash your hands",
        "cells": [["Week", "Babies"], ["First", "Twelve"]],
    },
    "hi": {
        "title": "पुराना अनुवाद",
        "summary": "एक पृष्ठ के बारे में जो बदल गया है।",
        "heading": "शुरू करने से पहले",
        "text": "<p>दिन में एक बार <b>5 मिग्रा</b> दें।</p><ul><li>साबुन</li><li>पानी</li></ul>",
        "callout": "माँ से पूछें।",
        "step": "हाथ धोएँ",
        "cells": [["सप्ताह", "शिशु"], ["पहला", "बारह"]],
    },
    "ar": {
        "title": "ترجمة قديمة",
        "summary": "عن صفحة تغيّرت.",
        "heading": "قبل أن تبدأ",
        "text": "<p>أعط <b>5 ملغ</b> مرة في اليوم.</p><ul><li>صابون</li><li>ماء</li></ul>",
        "callout": "اسأل الأم.",
        "step": "اغسل يديك",
        "cells": [["الأسبوع", "الأطفال"], ["الأول", "اثنا عشر"]],
    },
}


def build():
    """Publish the guide, its two versions, and what has changed since."""
    section = LibraryPage.objects.get(slug="guides", locale__language_code="en")
    page = GuidePage(slug="outdated", locale=section.locale, **_content("en"))
    section.add_child(instance=page)
    page.save_revision().publish()
    for language in LANGUAGES:
        _translate(page, language)
    page.summary = "Of a page that has been rewritten."
    page.you_need = "A basin.\n\nClean towels."
    page.body = [
        _block("a", "heading", {"text": "Before the first patient", "level": "h2"}),
        _block("b", "paragraph", f"{_WORDS['en']['text']}<p>Then <i>dry</i> them.</p>"),
        _block("e", "callout", {"kind": "tip", "title": "New", "text": "<p>Show it twice.</p>"}),
        _block("d", "steps", [_step("f", "Wash your hands"), _step("g", "Dry your hands")]),
        _block("c", "table", _table([["Month", "Babies"], ["First", "Twelve"]])),
    ]
    _publish(page, Severity.CONTENT)
    page.body[1].value.source = page.body[1].value.source.replace("5 mg", "7 mg")
    _publish(page, Severity.SAFETY)


def _content(language):
    words = _WORDS[language]
    callout = {"kind": "note", "title": "", "text": f"<p>{words['callout']}</p>"}
    blocks = [
        _block("a", "heading", {"text": words["heading"], "level": "h2"}),
        _block("b", "paragraph", words["text"]),
        _block("c2", "callout", callout),
        _block("d", "steps", [_step("f", words["step"])]),
        _block("c", "table", _table(words["cells"])),
    ]
    return {"title": words["title"], "summary": words["summary"], "body": blocks}


def _block(name, kind, value):
    number = _IDS.get(name, _IDS["a"].replace("0", "9", 1))
    return {"type": kind, "id": number, "value": value}


def _step(name, title):
    return {"type": "item", "id": _IDS[name], "value": {"title": title, "text": ""}}


def _table(cells):
    return {"first_row_is_table_header": True, "table_caption": "", "data": cells}


def _translate(page, language):
    locale = Locale.objects.get(language_code=language)
    copy = page.copy_for_translation(locale)
    for name, value in _content(language).items():
        setattr(copy, name, value)
    copy.save_revision().publish()


def _publish(page, severity):
    revision = page.save_revision()
    StatedSeverity.objects.create(revision=revision, severity=severity)
    revision.publish()
