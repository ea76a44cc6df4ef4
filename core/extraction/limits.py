"""How much of a document is read, and what reading it may cost.

A document that exceeds the first three is read as far as they go; one that exceeds the others is
not read at all. Text is a few thousand characters a page, and a resource is indexed by its first
50,000 words, so that no honest document comes near.
"""

MOST_PAGES = 500
MOST_CHARACTERS = 400_000
# Paragraphs of a Word file are put together up to so many characters: it has no pages of its own.
PASSAGE_CHARACTERS = 2_000

# What may stand in an office file before it is unpacked: text is a few megabytes.
MOST_UNPACKED_BYTES = 100 * 1024 * 1024
CPU_SECONDS = 30
WALL_SECONDS = 60
MEMORY_BYTES = 512 * 1024 * 1024
# JSON writes a character in up to twelve bytes.
MOST_ANSWER_BYTES = 12 * MOST_CHARACTERS + 1024 * 1024
