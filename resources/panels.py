"""Panels of the resource forms."""

from wagtail.admin.panels import MultipleChooserPanel


def filing_panel(relation, heading, label):
    """Return a panel that files a resource under several terms of one taxonomy at once.

    `label` names what the button adds. Wagtail writes it in small letters: no abbreviations.
    """
    return MultipleChooserPanel(relation, chooser_field_name="term", heading=heading, label=label)
