"""What the records on one topic say together, read anew whenever a reader asks."""
