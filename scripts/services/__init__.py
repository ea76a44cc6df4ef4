"""Real services for tests, on free loopback ports, as another user than root."""
