"""The demo hub, loaded once for all tests of this folder."""

from pathlib import Path

import pytest
from django.core.management import call_command

HERE = Path(__file__).parent


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Run the tests of this folder last: the demo stays in the database once it is loaded."""
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="package", autouse=True)
def demo_hub(django_db_setup, django_db_blocker):
    """Load the demo as `manage.py load_demo` does; each test undoes only its own changes."""
    with django_db_blocker.unblock():
        call_command("load_demo", verbosity=0)
