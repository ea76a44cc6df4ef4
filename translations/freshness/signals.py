"""Signals of the translations app."""

from django.dispatch import Signal

# A publication changed passages of a source; provides `change`, a SourceChange. Sent within the
# transaction, before the states of the translations are made anew.
source_changed = Signal()
