"""Reports of readers in the admin."""

from wagtail.snippets.models import register_snippet

from .admin import AdoptionViewSet

register_snippet(AdoptionViewSet)
