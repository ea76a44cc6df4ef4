"""Charts as the server draws them: from a series to SVG, a sentence and a table of its numbers."""
