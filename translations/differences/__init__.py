"""What readers are shown where a translation differs from its source."""
