"""Files for translators' programs among Wagtail's own hooks."""

from django.urls import path
from wagtail import hooks

from .exchange import formats
from .exchange.views import UploadView, download


@hooks.register("register_admin_urls", order=-1)
def files_of_translations():
    """Answer at wagtail-localize's addresses for PO files, before it does; add one for XLIFF."""
    base = "localize/translate/<int:translation_id>"
    return [
        path(
            f"{base}/pofile/download/",
            download,
            {"file_format": formats.PO},
            name="download_po",
        ),
        path(
            f"{base}/xliff/download/",
            download,
            {"file_format": formats.XLIFF},
            name="download_xliff",
        ),
        path(f"{base}/pofile/upload/", UploadView.as_view(), name="upload_translation"),
    ]
