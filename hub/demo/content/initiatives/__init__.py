"""Published initiatives: bibliographic records, and only the facts printed in them."""

from .mothers import MOTHERS
from .newborns import NEWBORNS
from .systems import SYSTEMS

INITIATIVES = [*NEWBORNS, *MOTHERS, *SYSTEMS]
