"""Names of people, from the order of an index to the order of speech."""

# EndNote's mark of a name that has a comma of its own: “University of California,, Berkeley”.
WHOLE = ",,"


def natural_order(name: str) -> str:
    """“Family, Given” or “Family, Given, Jr” as “Given Family Jr”; other names as they are."""
    if WHOLE in name:
        return " ".join(name.replace(WHOLE, ",", 1).split())
    family, _, rest = (part.strip() for part in " ".join(name.split()).partition(","))
    given, _, suffix = (part.strip() for part in rest.partition(","))
    return " ".join(part for part in (given, family, suffix) if part)


def whole_name(name: str) -> str:
    """A name so marked that `natural_order` gives it back as it is, commas and all."""
    return name.replace(",", WHOLE, 1)
