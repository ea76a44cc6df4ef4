"""Identifiers of published papers: their shape, and their one way of being written."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Prefix and suffix as in the DOI Handbook, section 2.2.
_DOI = re.compile(r"10\.\d{4,9}/\S+$")
_DOI_ADDRESS = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def normalise_doi(text):
    """Return a DOI in lower case without its address: DOIs ignore case (DOI Handbook, 2.4)."""
    return _DOI_ADDRESS.sub("", text.strip()).lower()


def validate_doi(value):
    """Refuse what is not a DOI, with an example of one."""
    if not _DOI.match(normalise_doi(value)):
        raise ValidationError(
            _("“%(value)s” is not a DOI. One looks like 10.1136/bmjoq-2021-001467."),
            params={"value": value},
        )


def validate_pmid(value):
    """Refuse what is not a PubMed identifier: one to eight digits."""
    if not re.fullmatch(r"\d{1,8}", value):
        raise ValidationError(
            _("“%(value)s” is not a PMID. One has up to eight digits, such as 35705258."),
            params={"value": value},
        )


def validate_pmcid(value):
    """Refuse what is not a PubMed Central identifier: PMC and digits."""
    if not re.fullmatch(r"PMC\d{1,9}", value):
        raise ValidationError(
            _("“%(value)s” is not a PMCID. One looks like PMC9204459."), params={"value": value}
        )
