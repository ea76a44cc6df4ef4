"""The process in which one document is read, with little of everything and no way out.

`core.extraction.reading` starts it. The document is its standard input; on its standard output
it says in JSON what it found. Whatever the document does to it stays here: the process has no
settings and no secrets, and can open no file and no connection.
"""

import codecs
import json
import os
import resource
import sys

from core.extraction import docx_file, limits, pdf_file, surroundings
from core.extraction.passages import Unreadable, tidy

READERS = {
    "pdf": pdf_file.passages,
    "docx": docx_file.passages,
    "around-pdf": surroundings.of_pdf,
    "around-office": surroundings.of_office_file,
    "around-text": surroundings.of_text,
}
# Of names in archives and of PDFium's text: Python loads them when it first meets them.
_ENCODINGS = ("cp437", "utf-16-le")
_LOW_PRIORITY = 10
_LIMITS = {
    resource.RLIMIT_CPU: limits.CPU_SECONDS,
    resource.RLIMIT_AS: limits.MEMORY_BYTES,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_NPROC: 0,
    # What is open stays open; nothing else can be opened, be it a file or a connection.
    resource.RLIMIT_NOFILE: 0,
}


def main():
    """Read the document; the first argument says what it is and what of it, a key of `READERS`."""
    confine()
    content = sys.stdin.buffer.read()
    try:
        answer = {"passages": list(tidy(READERS[sys.argv[1]](content)))}
    except Unreadable as error:
        answer = {"state": error.args[0]}
    except MemoryError:
        answer = {"state": "too_much"}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def confine():
    """Give up, for the rest of this process, all that reading a document does not need."""
    for encoding in _ENCODINGS:
        codecs.lookup(encoding)
    os.nice(_LOW_PRIORITY)
    for limit, most in _LIMITS.items():
        resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main()
