"""The record as a Word file."""

from io import BytesIO

from django.http import FileResponse
from django.utils.text import slugify
from django.utils.translation import override
from django.views.decorators.http import require_safe

from writing.access import draft_for
from writing.answers import texts_of
from writing.word import document_of

from .frame import signed_in

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@signed_in
@require_safe
def word(request, key):
    """Answer with the draft as a manuscript, its headings in the language it is written in."""
    draft = draft_for(request.user, key)
    texts = texts_of(draft)
    with override(draft.language):
        document = document_of(draft, texts)
    file = BytesIO()
    document.save(file)
    file.seek(0)
    name = slugify(texts.get("title", ""), allow_unicode=True)[:60] or draft.kind
    return FileResponse(file, as_attachment=True, filename=f"{name}.docx", content_type=_TYPE)
