"""Measure speed, memory, weight and relevance: `python -m benchmarks [name [arguments]]`.

    pages [rounds]                  the demo hub's main pages (this without a name)
    search [counts] [engines]       search, and indexing, at so many resources
    relevance folders               answers to test collections, beside plain BM25
    import_resources [rows]         an import of so many rows
    board [pages]                   the board of translations, beside a plain list of pages
    charts [points]                 a page with a long chart, beside the same page without

Times of one machine mean little: each is shown beside a reference of the same run.
"""

import sys
from importlib import import_module

NAMES = ("pages", "search", "relevance", "import_resources", "board", "charts")


def main(name="pages", *arguments):
    """Run one benchmark, each in a module of its own."""
    if name not in NAMES:
        sys.exit(__doc__)
    import_module(f"benchmarks.{name}").main(*arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
