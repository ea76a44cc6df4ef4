"""Keeping an adoption from telling a facility that is to stay anonymous: its own, or a record's."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef

from resources.anonymity.form import TOLD
from resources.anonymity.names import Names
from resources.anonymity.traces import NAME, OTHER_NAMES, PLACE
from resources.models.told import AtFacility, record_models

from . import reach

TEXTS = ("changed", "happened")


@dataclass(frozen=True)
class Secret:
    """What an anonymous facility is called, and that together with the names of its place.

    Another facility may well be in the same place: as the place of an adoption it tells nothing.
    """

    called: Names
    called_or_placed: Names


def secrets_of(keys):
    """Return {key: Secret} of those records, by their keys, whose facility is to stay anonymous.

    It is enough that one version of a record says so, live or not. One query a kind of record.
    """
    found = {}
    for model in record_models():
        if issubclass(model, AtFacility):
            for key, *told in _told(model, keys):
                found.setdefault(key, []).append(told)
    return {key: _secret(versions) for key, versions in found.items()}


def _told(model, keys):
    pages = model._base_manager
    anonymous = pages.filter(
        translation_key=OuterRef("translation_key"), facility_is_anonymous=True
    )
    versions = pages.filter(Exists(anonymous), translation_key__in=keys)
    return versions.values_list("translation_key", NAME, PLACE, OTHER_NAMES)


def _secret(versions):
    named = [name for one, _place, more in versions for name in (one, *more.splitlines())]
    return Secret(Names(named), Names(named, [place for _name, place, _more in versions]))


def check_own(adoption):
    """Raise ValidationError where the words of a report name its own anonymous facility."""
    if adoption.facility_is_anonymous:
        names = Names([adoption.facility], [adoption.district, adoption.region])
        _refuse(_telling(adoption, TEXTS, names))


def check_records(adoption):
    """Raise ValidationError where a report tells the anonymous facility of a record in its tree.

    Only moderators may be told so: to whoever tries out names, a refusal would tell the right one.
    """
    tied = [key for key in (adoption.record_key, adoption.own_record_key) if key]
    secrets = secrets_of(set().union(*map(reach.records_around, tied)))
    if _is_told_by_own_record(adoption, secrets):
        _refuse(["own_record"])
    for secret in secrets.values():
        words = _telling(adoption, TEXTS, secret.called_or_placed)
        _refuse([*words, *_telling(adoption, ("facility",), secret.called)])


def veil(told, secrets):
    """Take from a `reading.Told` what tells one of `secrets`, its own place among them."""
    if _is_told_by_own_record(told, secrets):
        told.own_record_key = None
    for secret in secrets.values():
        for field in _telling(told, TEXTS, secret.called_or_placed):
            setattr(told, field, "")
    places = ("facility", "district", "region")
    named = any(_telling(told, places, secret.called) for secret in secrets.values())
    if named or told.own_record_key in secrets:
        told.facility_is_anonymous = True
        told.facility = told.district = told.region = ""


def _is_told_by_own_record(adoption, secrets):
    """Tell whether a report that names no facility would lead to a record that may name it."""
    own = adoption.own_record_key
    return adoption.facility_is_anonymous and own is not None and own not in secrets


def _telling(adoption, fields, names):
    return [field for field in fields if names.are_told_by(getattr(adoption, field))]


def _refuse(fields):
    if fields:
        raise ValidationError(dict.fromkeys(fields, TOLD))
