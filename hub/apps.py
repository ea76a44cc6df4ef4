from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class HubConfig(AppConfig):
    name = "hub"
    verbose_name = "QI Knowledge Hub"

    def ready(self):
        from . import site_address

        # Django sends this signal for apps with models only, so not for this one.
        post_migrate.connect(site_address.follow_setting, sender=apps.get_app_config("wagtailcore"))
