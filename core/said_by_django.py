"""What Django says to readers and has not in all our languages: our catalogues say it there.

It is looked up by Django's own words, so they stand here as Django has them, to be collected.
"""

from django.utils.translation import gettext_noop as _

WORDS = (
    _("username"),
    _("Password"),
    _(
        "Please enter a correct %(username)s and password. Note that both fields may be "
        "case-sensitive."
    ),
    _("This field is required."),
    _("Enter a whole number."),
    _("Enter a valid email address."),
)
