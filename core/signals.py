"""Signals of the hub's own."""

from django.dispatch import Signal

# Sent by writers that bypass Wagtail's page signals, after their transaction has committed.
# Keyword argument: page_ids, a list of primary keys of pages that were created or changed.
pages_written = Signal()

# Sent when what is kept of a document's text has changed, after its transaction has committed.
# Keyword argument: document_id.
document_read = Signal()
