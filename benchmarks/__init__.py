"""What pages cost, each beside an empty view in the same run: `make bench`."""
