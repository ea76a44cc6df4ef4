"""Every page type is edited and previewed in the admin, in the source and in a translation."""

from django.utils.html import escape
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import (
    nested_form_data,
    querydict_from_html,
    rich_text,
    streamfield,
)

from accounts.models import User
from hub.demo.registry import EXAMPLES

ONE_OF_EACH_KIND = {example.kind: example for example in EXAMPLES}.values()


class EditingTests(WagtailPageTestCase):
    def setUp(self):
        self.administrator = User.objects.get(username="admin")
        self.client.force_login(self.administrator)

    def pages(self, language):
        slugs = [example.slug for example in ONE_OF_EACH_KIND]
        pages = Page.objects.filter(slug__in=["home", *slugs], locale__language_code=language)
        return [page.specific for page in pages]

    def form_of(self, page):
        """Return what the edit form of `page` would send, its passages replaced by one text."""
        self.client.force_login(self.administrator)
        html = self.client.get(f"/admin/pages/{page.pk}/edit/").text
        data = querydict_from_html(html, form_id="page-edit-form")
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                data.update(nested_form_data({field.name: streamfield([])}))
        if hasattr(page, "body"):
            passage = ("paragraph", rich_text("<p>New words</p>"))
            data.update(nested_form_data({"body": streamfield([passage])}))
        return data

    def test_every_page_type_can_be_edited_and_published(self):
        for page in self.pages("en"):
            with self.subTest(page=page):
                data = self.form_of(page)
                data["title"] = "An edited title"
                data["action-publish"] = "action-publish"
                response = self.client.post(f"/admin/pages/{page.pk}/edit/", data)
                errors = getattr(response, "context", None) and response.context.get("errors_debug")
                self.assertEqual(response.status_code, 302, errors)
                page.refresh_from_db()
                self.assertEqual(page.title, "An edited title")
                if hasattr(page, "body"):
                    self.assertIn("New words", str(page.body))

    def test_every_page_type_can_be_previewed(self):
        for page in self.pages("en"):
            with self.subTest(page=page):
                self.assertPageIsPreviewable(page, post_data=self.form_of(page))

    def test_a_translation_opens_at_the_desk(self):
        guide = Page.objects.filter(
            locale__language_code="hi", content_type__model="guidepage"
        ).first()
        response = self.client.get(f"/admin/pages/{guide.pk}/edit/", follow=True)
        self.assertTemplateUsed(response, "translations/desk/desk.html")

    def test_the_list_of_resources_shows_all_kinds(self):
        for example in ONE_OF_EACH_KIND:
            if example.section:
                title = example.record["title"]
                response = self.client.get("/admin/resource_listing/", {"q": title})
                self.assertContains(response, escape(title))

    def test_every_taxonomy_has_a_list_and_a_search(self):
        for name in ("topic", "caresetting", "audience", "method", "teamrole", "equipment"):
            response = self.client.get(f"/admin/snippets/resources/{name}/?q=a")
            self.assertEqual(response.status_code, 200)

    def test_a_chooser_finds_a_topic_by_name(self):
        response = self.client.get("/admin/snippets/choose/resources/topic/results/?q=kangaroo")
        self.assertContains(response, "Kangaroo mother care")
