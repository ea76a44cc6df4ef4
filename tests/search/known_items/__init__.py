"""Known items: documents asked for by their own words, as readers mistype and inflect them.

Nothing here uses the hub's search: what it is measured by must not share its mistakes.
"""
