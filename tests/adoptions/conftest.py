"""What the tests of adoptions share."""

import pytest

from adoptions.choices import Status
from adoptions.models import Adoption
from resources.models import InitiativePage


@pytest.fixture
def other(initiatives, publish):
    """Another published initiative, such as those who adapted the first one wrote."""
    return publish(
        initiatives,
        InitiativePage(title="Cleaner hands", slug="cleaner-hands", summary="A clinic."),
    )


@pytest.fixture
def adopt():
    """Return a function that makes a published adoption of a page's record."""

    def make(page, **fields):
        given = {"country": "IN", "changed": "A smaller kettle.", "status": Status.PUBLISHED}
        return Adoption.objects.create(record_key=page.translation_key, **{**given, **fields})

    return make
