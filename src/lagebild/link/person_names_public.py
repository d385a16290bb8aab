"""Whether a person may be named: by an office, or by a function in which he or she speaks; all others are private."""

from dataclasses import dataclass

from lagebild.link.person_names_signs import Signs
from lagebild.model import PersonReason


@dataclass(frozen=True, slots=True)
class Told:
    """What stands around one mention of a person; `speaks` where a claim has the mention as its source or speaker."""

    signs: Signs
    speaks: bool


def standing(told: list[Told], *, speaks: bool, author: bool) -> tuple[bool, PersonReason]:
    """Return whether a person is public, and why; `speaks` where a later mention does.

    The title of an office is public whatever befalls its holder; a function is where its holder speaks, is nobody's
    relative and nothing befalls him or her.
    """
    parts = [part for one in told for part in (one.signs.before, one.signs.behind) if part is not None]
    roles = {part.role for part in parts}
    if author:
        return True, "author"
    titled = any(part.role == "office" and part.adjacent for part in parts)
    if "private" in roles and not titled:
        return False, "private_role"
    if "office" in roles:
        return True, "office"
    if any(one.signs.suffers for one in told):
        return False, "befallen"
    if "function" in roles:
        speaks = speaks or any(one.speaks or one.signs.says for one in told)
        return (True, "speaks_in_function") if speaks else (False, "silent")
    return False, "no_role"
