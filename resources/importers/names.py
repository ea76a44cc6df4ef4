"""Names of people, from the order of an index to the order of speech."""


def natural_order(name: str) -> str:
    """“Family, Given” or “Family, Given, Jr” as “Given Family Jr”; other names as they are."""
    family, _, rest = (part.strip() for part in " ".join(name.split()).partition(","))
    given, _, suffix = (part.strip() for part in rest.partition(","))
    return " ".join(part for part in (given, family, suffix) if part)
