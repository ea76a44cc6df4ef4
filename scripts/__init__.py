"""Set-up, start and tests of the hub, with the standard library alone."""
