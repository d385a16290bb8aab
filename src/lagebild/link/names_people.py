"""Find the full name of a person whom an article names in part, or by office."""

import re

from lagebild.link.names_kinds import known_noun, reading, readings
from lagebild.model import SourceKind

_NAME = r"[A-ZÄÖÜÀ-Þ][\w'’.-]+"
_PARTICLE = r"(?:(?:von|van|de|da|del|der|bin|al|el|dos|zu|di|le|la)\s+)?"
_OPENERS = re.compile(
    r"(?:der|die|das|den|dem|des|ein|eine|laut|nach|auch|so|wie|und|aber|doch|am|im|in|bei|als|mit|für|zu|herr|"
    r"frau|sagte|sein|seine|ihr|ihre|dr|prof|nachdem|während|dann|da|dass|es|er|sie|später|zuvor|damit|dabei)"
)
_AFTER_ARTICLE = re.compile(r"\b(?:der|die|das|den|dem|des|ein|eine|einer|eines|einem|einen)\s+$")
_LONGEST_ARTICLE = len(" einem ")
_BEFORE = 3
_AROUND = 60
_APPOSED = 6
_WORDS = re.compile(r"[\w-]+")
_APPOSITION = re.compile(r"\s*(?:\([^)]*\)\s*)?,\s*([^,.]{3,80})")


def _is_given_name(word: str) -> bool:
    """Tell whether a capitalised word before a surname can be a given name: no article, no known noun."""
    return not _OPENERS.fullmatch(word.lower().strip(".")) and not known_noun(word)


def full_name(name: str, whole: str) -> tuple[str, SourceKind]:
    """Return the full name that the article gives of someone named by the surname, and the kind by the office.

    "Henderson" gives "Randy Henderson" where the text has that once. Two given names for one surname leave it alone.
    """
    genitive = name.endswith("s") and re.search(rf"\b{re.escape(name[:-1])}\b", whole)
    bare = name[:-1] if genitive else name
    full = bare if " " in bare else name_with_given_names(bare, whole) or bare
    return full, _kind_beside(full, whole) or "person"


def name_with_given_names(surname: str, whole: str) -> str | None:
    """Return the one full name with this surname in a text, or None where there is none or more than one."""
    found: dict[str, None] = {}
    for match in re.finditer(rf"((?:{_NAME}\s+){{1,{_BEFORE}}}{_PARTICLE}){re.escape(surname)}\b", whole):
        words = match.group(1).split()
        given: list[str] = []
        for word in reversed(words):
            if word[0].isupper() and not _is_given_name(word):
                break
            given.insert(0, word)
        if given and _AFTER_ARTICLE.search(whole, max(0, match.start() - _LONGEST_ARTICLE), match.start()):
            given = given[1:]
        if given and given[0][0].isupper():
            found[" ".join([*given, surname])] = None
    return next(iter(found)) if len(found) == 1 else None


def _kind_beside(name: str, whole: str) -> SourceKind | None:
    """Return the kind by the office right before a name in a text, or right behind it after a comma."""
    for match in re.finditer(re.escape(name), whole):
        before = whole[max(0, match.start() - _AROUND) : match.start()].rpartition(".")[2]
        behind = _APPOSITION.match(whole, match.end())
        words = [*_WORDS.findall(before)[-1:], *(_WORDS.findall(behind.group(1))[:_APPOSED] if behind else ())]
        kinds = (_office_kind(word) for word in words if word[0].isupper())
        kind = next((kind for kind in kinds if kind), None)
        if kind:
            return kind
    return None


def speaks_for(bearer: str, whole: str) -> str | None:
    """Return the one longer wording in a text of a source that is only "Sprecherin" or "Sprecher" elsewhere."""
    if " " in bearer or not reading(bearer, "bearer"):
        return None
    pattern = rf"\b{re.escape(bearer)}\s+(?:der|des|vom|von)\s+(?:[a-zäöüß-]+e[nrs]\s+)?[A-ZÄÖÜ][\w-]+"
    found = dict.fromkeys(re.findall(pattern, whole))
    return next(iter(found)) if len(found) == 1 else None


def _office_kind(word: str) -> SourceKind | None:
    """Return the kind of a noun that says what someone is, or None."""
    return next((known.kind for known in readings(word) if known.kind not in {"unnamed", "media", "agency"}), None)


def bearers(role: str, text: str) -> tuple[str, ...]:
    """Return the people whom a text names with a role or an office that ends in it: "Innenminister Otto Rehm"."""
    last = rf"(?:{re.escape(role)}|[A-ZÄÖÜ][\w-]*{re.escape(role.lower())})"
    found: dict[str, None] = {}
    for match in re.finditer(rf"\b{last}s?\s+({_NAME}\s+{_PARTICLE}{_NAME})", text):
        if all(not known_noun(word) for word in match.group(1).split()):
            found[match.group(1)] = None
    return tuple(found)


def holder(office: str, whole: str) -> str | None:
    """Return the one person whom the article names with this office: "Gouverneur" gives "Otto Rehm".

    Only an office by itself ("Gouverneur", "Polizeichefin") is resolved, and only where one name stands with it.
    """
    if " " in office or not reading(office, "office"):
        return None
    found: dict[str, None] = {}
    for match in re.finditer(rf"\b{re.escape(office)}s?\s+({_NAME}\s+{_PARTICLE}{_NAME})", whole):
        words = match.group(1).split()
        if all(not known_noun(word) for word in words):
            found[match.group(1)] = None
    return next(iter(found)) if len(found) == 1 else None
