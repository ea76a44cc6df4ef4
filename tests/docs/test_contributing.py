"""A developer who does what docs/contributing.md says can work."""

from .pages import blocks

PAGE = "docs/contributing.md"


def test_a_clone_is_set_up_and_checked(clone):
    clone.run(blocks(PAGE, "Set up")[0])
    assert "passed" in clone.run(blocks(PAGE, "Before you send a change")[0])
