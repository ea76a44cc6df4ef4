"""What the whole admin looks like here."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def admin_sheet():
    """Return the link to the sheet that every page of the admin has besides Wagtail's."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/all.css"))
