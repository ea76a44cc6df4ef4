"""Mails to members of country teams."""
