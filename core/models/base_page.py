"""The page that every page of the hub is built on."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.fields import SynchronizedField

from core import publication
from core.languages import direction_of

# Given to the page later, when its place in the tree is known.
_OF_ITS_PLACE = ("slug", "locale", "content_type", "path", "depth", "draft_title")


class BasePage(Page):
    """A page with one slug in all languages and the panels that all pages share.

    A page model of the hub states `parent_page_types`, `subpage_types` and
    `page_description`, and gives its own fields as `content_panels`; where it has facts to
    file the page under, these go into `filing_panels`, which stand on a tab of their own:

        class GuidePage(BasePage):
            content_panels = [*BasePage.content_panels, FieldPanel("body")]
            filing_panels = [FieldPanel("topics")]
    """

    # What readers are told of a translation when it is served (`translations.differences.marks`).
    differences = None
    # Whether readers of a translation may be shown what its source said before it was changed.
    quotes_former_texts = True

    filing_panels = []
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel(
                    "slug",
                    help_text=_(
                        "The last part of the address, the same in every language. "
                        "Links that people have kept break when it changes."
                    ),
                ),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("show_in_menus"),
            ],
            heading=_("Address and search engines"),
        )
    ]

    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta:
        abstract = True

    @classmethod
    def get_edit_handler(cls):
        """Return the editing form: content, filing, promotion and settings, a tab each."""
        tabs = [
            ObjectList([*publication.panels(), *cls.content_panels], heading=_("Content")),
            ObjectList(cls.filing_panels, heading=_("Filing")),
            ObjectList(cls.promote_panels, heading=_("Promote")),
            ObjectList(cls.settings_panels, heading=_("Settings")),
        ]
        tabs = [tab for tab in tabs if tab.children]
        return TabbedInterface(tabs, base_form_class=cls.base_form_class).bind_to_model(cls)

    @property
    def direction(self):
        """Return "ltr" or "rtl", the direction that this page's own language is read in."""
        return direction_of(self.locale.language_code)

    def get_view_restrictions(self):
        """Return the restrictions on this page and its ancestors, in one query.

        An alias, or a page below one, obeys those of the page it stands for (as in Wagtail).
        """
        size = self.steplen
        paths = [self.path[:end] for end in range(size, len(self.path) + 1, size)]
        on_them = models.Q(page__path__in=paths) | models.Q(page__aliases__path__in=paths)
        return PageViewRestriction.objects.filter(on_them).distinct()

    def clean_without_place(self):
        """Check a page that does not stand in the tree yet; raises ValidationError."""
        self.full_clean(exclude=_OF_ITS_PLACE, validate_unique=False, validate_constraints=False)

    def clean(self):
        """Refuse a title that is only spaces; Wagtail checks the rest."""
        super().clean()
        if not self.title.strip():
            raise ValidationError({"title": _("Give the page a title.")})
