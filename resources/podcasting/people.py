"""People of an episode in the words of the podcast taxonomy."""

from .record import Person

# Version 2.0 of https://podcasttaxonomy.com, as far as somebody may be credited for an episode
# of sound: its groups, and their roles in small letters.
_TAXONOMY = {
    "creative direction": (
        "director, assistant director, executive producer, senior producer, producer, "
        "associate producer, development producer, creative director"
    ),
    "cast": "host, co-host, guest host, guest, voice actor, narrator, announcer, reporter",
    "writing": (
        "author, editorial director, co-writer, writer, songwriter, guest writer, story editor, "
        "managing editor, script editor, script coordinator, researcher, editor, fact checker, "
        "translator, transcriber, logger"
    ),
    "audio production": (
        "studio coordinator, technical director, technical manager, audio engineer, "
        "remote recording engineer, post production engineer"
    ),
    "audio post-production": (
        "audio editor, sound designer, foley artist, composer, theme music, music production, "
        "music contributor"
    ),
    "administration": (
        "production coordinator, booking coordinator, production assistant, content manager, "
        "marketing manager, sales representative, sales manager"
    ),
    "visuals": "graphic designer, cover art designer",
    "community": "social media manager",
    "misc.": "consultant, intern",
}
_GROUPS = {role: group for group, roles in _TAXONOMY.items() for role in roles.split(", ")}
# https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md
_LONGEST_NAME = 128


def person(name, role):
    """Return a contributor as a Person, or None for a role that the taxonomy does not have.

    A person without a role is taken for a host by applications, so nobody is passed on so.
    """
    known = " ".join(role.casefold().split())
    if known not in _GROUPS:
        return None
    return Person(name[:_LONGEST_NAME], _GROUPS[known], known)
