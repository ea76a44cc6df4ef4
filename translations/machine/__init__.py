"""Drafts by a machine, which nobody but a translator sees until a person has accepted them."""
