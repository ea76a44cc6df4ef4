"""The hub's pages for other programs: Wagtail's read-only API, of what anybody may read.

Everybody is answered the same, editors too. What a kind of resource says of itself here is one
table below; what is not in it cannot be asked for, filtered by or ordered by.
"""

import json

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import classproperty
from rest_framework.fields import Field, ReadOnlyField
from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet

from core.caching import not_kept
from core.searchable import Searchable
from core.visibility import public_pages
from translations.differences.outdated import is_outdated

from .models import CaseStudyPage, InitiativePage, ResourcePage, SynthesisPage
from .models.filing import FILING
from .models.record import AIM, COSTS, STREAMS, ImprovementRecord
from .models.told import AtFacility

# No database counts further than this.
LONGEST_NUMBER = 9


class Slugs(Field):
    """The terms that a resource is filed under, as they stand in addresses."""

    def to_representation(self, rows):
        """Return the slugs of a filing relation."""
        return [row.term.slug for row in rows.all()]


class Stream(Field):
    """A list of an improvement record; decimal numbers are text, with the digits they came with."""

    def to_representation(self, value):
        """Return the blocks of a stream as JSON has them."""
        told = value.stream_block.get_api_representation(value)
        return json.loads(json.dumps(told, cls=DjangoJSONEncoder))


FIELDS = {
    ResourcePage: [
        APIField("resource_type", serializer=ReadOnlyField()),
        "summary",
        APIField("countries", serializer=ReadOnlyField()),
        "care_level",
        "caseload",
        "licence",
        "source_name",
        "source_url",
        "published_on",
        "reviewed_on",
        "withdrawn_on",
        APIField("is_outdated", serializer=ReadOnlyField()),
        *(
            # A field that is called like its source must not name it.
            APIField(facet, serializer=Slugs(source=None if relation == facet else relation))
            for relation, (_, _, facet) in FILING.items()
        ),
    ],
    InitiativePage: ["outcome", "journal", "year", "doi", "pmid"],
    CaseStudyPage: ["outcome", "is_illustrative"],
    SynthesisPage: [
        *(
            APIField(name, serializer=ReadOnlyField(source=f"source_page.{name}"))
            for name in ("certainty", "certainty_by", "certainty_on")
        ),
        "certainty_reason",
        APIField("outcomes", serializer=ReadOnlyField(source="together.outcomes")),
    ],
    ImprovementRecord: [
        *AIM,
        *COSTS,
        *(APIField(name, serializer=Stream()) for name in STREAMS),
    ],
    AtFacility: [APIField("facility", serializer=ReadOnlyField(source="public_facility"))],
}


class PublicPagesViewSet(PagesAPIViewSet):
    """Pages in the languages on offer; `search` asks the index of all pages about these only."""

    authentication_classes = ()
    permission_classes = ()
    known_query_parameters = PagesAPIViewSet.known_query_parameters - {"site", "_", "format"}
    # What is read out of other pages is read for one page at a time.
    detail_only_fields = [
        *PagesAPIViewSet.detail_only_fields,
        *("certainty", "certainty_by", "certainty_on", "certainty_reason", "outcomes"),
    ]
    meta_fields = [
        "type",
        "detail_url",
        "html_url",
        "slug",
        "first_published_at",
        "parent",
        "locale",
    ]

    @classproperty
    def renderer_classes(cls):
        """Return what answers are written as: JSON."""
        return super().renderer_classes[:1]

    @classmethod
    def get_body_fields(cls, model):
        """Return the fields of a page of this model that everybody may know."""
        own = [
            field for kind, fields in FIELDS.items() if issubclass(model, kind) for field in fields
        ]
        return cls._convert_api_fields([*cls.body_fields, *own])

    @classmethod
    def get_urlpatterns(cls):
        """Return the addresses of the list and of single pages."""
        return super().get_urlpatterns()[:2]

    def get_base_queryset(self):
        """Return the pages that anybody may read, save the root of the tree, which is none."""
        return public_pages().filter(depth__gt=1).select_related("locale")

    def get_queryset(self):
        """Return what is asked for, with the terms it is filed under."""
        pages = super().get_queryset().annotate(is_outdated=is_outdated())
        if issubclass(pages.model, Searchable):
            pages = pages.model.for_search_index(pages)
        return pages

    def check_query_parameters(self, queryset):
        """Raise BadRequestError for a parameter that means nothing here."""
        super().check_query_parameters(queryset)
        if len(self.request.GET.get("offset", "")) > LONGEST_NUMBER:
            raise BadRequestError("offset is too large")

    def filter_queryset(self, queryset):
        """Return the pages asked for; raises BadRequestError for a value that no page can have."""
        try:
            return super().filter_queryset(queryset)
        except (ValueError, ValidationError) as error:
            raise BadRequestError(f"a parameter has no valid value: {error}") from error

    def finalize_response(self, request, response, *args, **kwargs):
        """Let no cache show tomorrow what is withdrawn today."""
        return not_kept(super().finalize_response(request, response, *args, **kwargs))


api = WagtailAPIRouter("api")
api.register_endpoint("pages", PublicPagesViewSet)
