"""Which machine translation service the hub may ask, if any."""

from django.core.exceptions import ImproperlyConfigured

from .environment import env, http_urls, whole_number

_CONNECTORS = "wagtail_localize.machine_translators"
_FORMALITIES = ("default", "prefer_less", "prefer_more")
_SECONDS = 10


def machine_translator():
    """Return wagtail-localize's setting of the service that the environment names, or None.

    Raises ImproperlyConfigured for two services, and for what a connector could not use.
    """
    url, key = http_urls("LIBRETRANSLATE_URL"), env.str("DEEPL_AUTH_KEY", default="").strip()
    if url and key:
        raise ImproperlyConfigured(
            "LIBRETRANSLATE_URL and DEEPL_AUTH_KEY are both set: the hub asks one service only."
        )
    if not (url or key):
        return None
    connector = _libretranslate(url) if url else _deepl(key)
    return {"CLASS": "translations.machine.service.CarefulTranslator", "OPTIONS": connector}


def _libretranslate(url):
    if "," in url:
        raise ImproperlyConfigured("LIBRETRANSLATE_URL has several addresses: set it to one.")
    return {
        "CLASS": f"{_CONNECTORS}.libretranslate.LibreTranslator",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": url,
            "API_KEY": env.str("LIBRETRANSLATE_API_KEY", default=""),
            "TIMEOUT": _timeout(),
        },
    }


def _deepl(key):
    formality = env.str("DEEPL_FORMALITY", default="default").strip()
    if formality not in _FORMALITIES:
        raise ImproperlyConfigured(
            f"DEEPL_FORMALITY is {formality!r}: set it to one of {', '.join(_FORMALITIES)}."
        )
    return {
        "CLASS": f"{_CONNECTORS}.deepl.DeepLTranslator",
        "OPTIONS": {"AUTH_KEY": key, "FORMALITY": formality, "TIMEOUT": _timeout()},
    }


def _timeout():
    return whole_number("MACHINE_TRANSLATION_TIMEOUT", least=1) or _SECONDS
