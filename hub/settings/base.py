"""Settings of the hub, safe for production as they stand; the environment tells the rest."""

from pathlib import Path

import django.conf.locale
from wagtail.admin.localization import WAGTAILADMIN_PROVIDED_LANGUAGES

from core import stylesheet
from core.languages import LANGUAGE_CHOICES, SOURCE_LANGUAGE, language_info

from .environment import (
    boolean,
    database,
    env,
    http_url,
    http_urls,
    read_env_file,
    required,
    whole_number,
)
from .machine_translation import machine_translator

BASE_DIR = Path(__file__).resolve().parent.parent.parent
read_env_file(BASE_DIR / ".env")

# Where the hub stands
DEBUG = boolean("DEBUG", default=False)
SECRET_KEY = required("SECRET_KEY", "set it to a long random text that nobody else knows.")
SITE_URL = http_url("SITE_URL", default="http://localhost:8000")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
ROOT_URLCONF = "hub.urls"
WSGI_APPLICATION = "hub.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

INSTALLED_APPS = [
    "hub",
    "home",
    "search",
    "adoptions",
    "fit",
    "writing",
    "resources",
    "translations",
    "accounts",
    "measures",
    "core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtailmedia",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "core.policy.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "translations.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "translations.guard.TeamsMiddleware",
    "resources.anonymity.refusing.RefusalMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "core.compact_templates.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.shell",
                "translations.context_processors.languages",
            ],
        },
    },
]

# Services
DATABASES = {"default": database(BASE_DIR)}
CACHES = {
    "default": env.cache_url("CACHE_URL", default=f"filecache://{BASE_DIR / 'var' / 'cache'}")
}
# A mail server that is down must not hold up what else a process has to do.
EMAIL_TIMEOUT = 10
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="hub@localhost")
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
ELASTICSEARCH_URL = http_urls("ELASTICSEARCH_URL")
ELASTICSEARCH_INDEX_PREFIX = env.str("ELASTICSEARCH_INDEX_PREFIX", default="qihub")
ELASTICSEARCH_SHARDS = whole_number("ELASTICSEARCH_SHARDS", least=1)
ELASTICSEARCH_REPLICAS = whole_number("ELASTICSEARCH_REPLICAS", least=0)
ELASTICSEARCH_REFRESH_SECONDS = whole_number("ELASTICSEARCH_REFRESH_SECONDS", least=1) or 1
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "search.backends.database"},
    # The readers' search follows pages by itself; this lets update_index rebuild it.
    "readers": {"BACKEND": "search.backends.readers", "AUTO_UPDATE": False},
}

# Languages. Django knows no Sinhala, so its table of languages is completed here.
django.conf.locale.LANG_INFO.update(language_info())
LANGUAGE_CODE = SOURCE_LANGUAGE
LANGUAGES = LANGUAGE_CHOICES
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
# Teams may choose their own for the admin even where Wagtail speaks English: our words are in it.
_SPOKEN_BY_WAGTAIL = {code.split("-")[0] for code, _name in WAGTAILADMIN_PROVIDED_LANGUAGES}
WAGTAILADMIN_PERMITTED_LANGUAGES = [
    *WAGTAILADMIN_PROVIDED_LANGUAGES,
    *(language for language in LANGUAGES if language[0] not in _SPOKEN_BY_WAGTAIL),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="UTC")

# Files
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "var" / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(BASE_DIR / "var" / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Pages name static files by their hashed names alone: no need to compress and keep the others.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Wagtail
WAGTAIL_SITE_NAME = "QI Knowledge Hub"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Whoever signs in is not told of to another company's server.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# A page that has just been sent to translators still holds the source text: not for readers.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine_translator()
WAGTAILIMAGES_IMAGE_MODEL = "core.HubImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_AVIF_QUALITY = 45
WAGTAILIMAGES_JPEG_QUALITY = 70
WAGTAILDOCS_DOCUMENT_MODEL = "core.HubDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS = []
# What every browser plays, and every podcast application.
WAGTAILMEDIA = {
    "MEDIA_MODEL": "core.HubAudio",
    "AUDIO_EXTENSIONS": ["m4a", "mp3", "ogg"],
    "VIDEO_EXTENSIONS": [],
}

# Safety. Without https a browser refuses Secure cookies, so these follow the site's address.
_HTTPS = SITE_URL.startswith("https://")
SECURE_SSL_REDIRECT = _HTTPS
SESSION_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_SECURE = _HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _HTTPS
SECURE_HSTS_PRELOAD = _HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SESSION_COOKIE_SAMESITE = "Lax"
# Wagtail lifts this for the previews that it frames.
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
CONTENT_SECURITY_POLICY = {
    # Wagtail's admin styles and scripts itself inline.
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "style-src": ["'self'", *stylesheet.csp_hashes()],
        "img-src": ["'self'", "data:"],
        # An episode's sound may be kept by another host.
        "media-src": ["'self'", "https:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        # The admin shows previews of pages in a frame.
        "frame-ancestors": ["'self'"],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    # Two lines a task, and the titles of drafts, say little to an operator.
    # Nor does a line for each request to Elasticsearch, or a page of code for each that another
    # node had to answer.
    "loggers": {
        **{name: {"level": "WARNING"} for name in ("django_tasks", "wagtail", "elastic_transport")},
        "elastic_transport.transport": {"level": "ERROR"},
    },
}
