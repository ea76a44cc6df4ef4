"""Whether a translation says what its source says now, read off the content."""
