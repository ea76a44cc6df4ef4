"""The hub as readers, editors and translators meet it: a real server and a real browser."""
