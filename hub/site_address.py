"""Wagtail's record of the site's address, kept the same as the setting SITE_URL."""

from urllib.parse import urlsplit

from django.conf import settings


def follow_setting(**kwargs):
    """Write the host and port of SITE_URL into the default site, as a receiver of post_migrate."""
    from wagtail.models import Site

    address = urlsplit(settings.SITE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site and (site.hostname, site.port) != (address.hostname, port):
        site.hostname, site.port = address.hostname, port
        site.save()
