"""How the set-up programs say that something is in the way."""

import signal
import sys


class Problem(Exception):
    """What is in the way, as one sentence that says what to do about it."""


def run_program(main):
    """Run `main()` and exit with its code; a Problem is printed as one line, with exit code 1.

    So is what the system refuses: a full disk, a folder that cannot be written.
    SIGTERM ends the program like Ctrl-C, so that `finally` blocks stop what was started.
    """
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        sys.exit(main())
    except Problem as problem:
        print(f"Error: {problem}", file=sys.stderr, flush=True)
        sys.exit(1)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        print(f"Error: {error.strerror or error}{where}.", file=sys.stderr, flush=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def _interrupt(signum, frame):
    raise KeyboardInterrupt
