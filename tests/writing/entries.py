"""Keys of entries, as the form makes them."""

ENTRY = "019b1a2c3d40001"
OTHER = "019b1a2c3d50002"
