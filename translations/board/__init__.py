"""The board of the country teams: every page and term, in each of their languages."""
