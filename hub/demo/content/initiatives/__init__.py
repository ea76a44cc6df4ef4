"""Published initiatives: bibliographic records, and only the facts printed in them."""

from .mothers import MOTHERS
from .newborns import NEWBORNS
from .programmes import PROGRAMMES
from .systems import SYSTEMS

INITIATIVES = [*NEWBORNS, *MOTHERS, *SYSTEMS, *PROGRAMMES]
