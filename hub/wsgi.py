"""The WSGI application that a production server loads."""

from django.core.wsgi import get_wsgi_application

from hub.configuration import load_settings

load_settings()
application = get_wsgi_application()
