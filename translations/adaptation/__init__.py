"""Versions that differ from their source on purpose."""
