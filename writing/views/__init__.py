"""The pages on which teams write. None of them is kept by any cache."""
