"""Keeping a facility that wants to stay anonymous out of everything that readers are given."""
