from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HubConfig(AppConfig):
    name = "hub"
    verbose_name = "QI Knowledge Hub"

    def ready(self):
        from . import site_address

        post_migrate.connect(site_address.follow_setting, sender=self)
