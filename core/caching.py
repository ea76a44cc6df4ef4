"""How long others may keep an answer."""

from django.utils.cache import patch_cache_control


def not_kept(response):
    """Return `response`; no cache is to show tomorrow with it what is withdrawn today."""
    patch_cache_control(response, private=True, no_cache=True)
    return response
