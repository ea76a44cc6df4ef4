"""Whether what the documentation says is so: commands, files, names and settings."""
