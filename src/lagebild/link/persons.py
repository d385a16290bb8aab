"""Tell whether two single persons of an English article are the same one: by name, age, or a word that points back."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.link.setting import Setting
from lagebild.model import Document, Group, Phrase

Naming: TypeAlias = Literal["pronoun", "definite", "own", "name", "new"]

_PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "me", "i", "himself", "herself"})
_FEW = 4
_ANYONE = frozenset({  # words that say no more than that it is a person, and so may name again whoever was told of
    "man", "woman", "boy", "girl", "child", "teen", "teenager", "victim", "toddler", "baby", "infant", "youth", "kid",
    "male", "female", "juvenile", "person", "student", "youngster", "patient", "suspect", "gunman", "shooter",
})  # fmt: skip
_ANOTHER = frozenset({"another", "other", "others", "second", "third", "fourth", "fifth", "sixth", "also", "too"})
_AGE = re.compile(r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)[- ]year[- ]old")
_ALIVE = re.compile(
    r"\b(?:(?:non|not)[- ]life[- ]threatening|not (?:\w+ )?serious|(?:stable|good|fair) condition|survived|recovering"
    r"|expected to (?:survive|recover|live|be ok\w*)|minor (?:\w+ )?(?:injur|wound)\w*|treated and released)\b",
    re.IGNORECASE,
)
_MALE = frozenset({
    "he", "him", "himself", "man", "boy", "male", "father", "dad", "son", "brother", "husband", "boyfriend", "uncle",
    "nephew", "grandfather", "grandson", "gunman", "stepson", "stepfather",
})  # fmt: skip
_FEMALE = frozenset({
    "she", "her", "herself", "woman", "girl", "female", "mother", "mom", "daughter", "sister", "wife", "girlfriend",
    "aunt", "niece", "grandmother", "granddaughter", "stepdaughter", "stepmother",
})  # fmt: skip
_GROWN: frozenset[Group] = frozenset({"man", "woman"})


@dataclass(frozen=True, slots=True)
class Person:
    """A single person as a figure names them: how, the head word, all words, the age and what is said of them.

    `apart` is of one told of as yet another, or as alive.
    """

    naming: Naming
    word: str
    words: str
    full: tuple[str, ...]
    age: str
    group: frozenset[Group]
    apart: bool


def person(setting: Setting) -> Person | None:
    """Return the person whom a figure of one counts, or None for several, for none, and for words not known."""
    if setting.language != "en" or not setting.figure.low == setting.figure.high == 1:
        return None
    phrase = _phrase(setting)
    if phrase is None:
        return None
    tokens = setting.sentence.tokens
    words = [tokens[n].text.lower() for n in range(phrase.first, phrase.last)]
    clause = setting.sentence.clauses[phrase.clause] if phrase.clause >= 0 else None
    around = {tokens[n].text.lower() for n in clause.tokens} if clause is not None else set()
    age = _AGE.search(" ".join(words))
    return Person(
        naming=_naming(setting, phrase, words),
        word=tokens[phrase.head].text.lower(),
        words=" ".join(words[1:]),
        full=tuple(tokens[n].text for n in range(phrase.first, phrase.head + 1) if tokens[n].tag == "PROPN"),
        age=age[1] if age else "",
        group=frozenset(setting.figure.group),
        apart=bool(_ANOTHER & {*words, *(around & {"also", "too"})} or _ALIVE.search(setting.text)),
    )


def _phrase(setting: Setting) -> Phrase | None:
    """Return the noun phrase in which the count stands, the innermost."""
    tokens = setting.sentence.tokens
    start = setting.figure.count.start
    place = next((n for n, token in enumerate(tokens) if token.start <= start < token.end), -1)
    found = [phrase for phrase in setting.sentence.phrases if phrase.first <= place < phrase.last]
    return min(found, key=lambda phrase: phrase.last - phrase.first) if found else None


def _naming(setting: Setting, phrase: Phrase, words: list[str]) -> Naming:
    tokens = setting.sentence.tokens
    forms = {tokens[n].form for n in range(phrase.first, phrase.head)}
    if words[-1] in _PRONOUNS:
        return "pronoun"
    if tokens[phrase.head].tag == "PROPN":
        return "name"
    if "possessive" in forms:
        return "own"
    return "definite" if phrase.definite else "new"


def same(document: Document, two: Person, one: Person) -> bool:
    """Return whether the second names the first again.

    A pronoun and "the boy" do, where nothing said of them differs; a name where the article has them side by side
    ("Dan Hill" joins "Dan" and "Hill"); "her son" and "a 6-year-old" where word or age are the same.
    """
    if two.apart or _differ(one, two) or (one.age and two.age and one.age != two.age):
        return False
    if two.naming == "pronoun" or one.naming == "pronoun":
        return two.naming not in {"own", "new"}
    if two.naming == one.naming == "name":
        return not _are_relatives(one, two) and _joined(document, one.word, two.word)
    if two.naming == "definite" and (two.word in _ANYONE or two.word == one.word or "year-old" in two.word):
        return True
    if one.age and one.age == two.age:
        return True
    return two.naming == one.naming == "own" and two.words == one.words


def is_again(document: Document, two: Setting, one: Setting) -> bool:
    """Return whether the second of two figures counts the person of the first again."""
    earlier, later = person(one), person(two)
    return earlier is not None and later is not None and same(document, later, earlier)


def _differ(one: Person, two: Person) -> bool:
    """Return whether what is said of two persons can't hold of one: he and she, child and grown-up."""
    sexes = _sex(one), _sex(two)
    if all(sexes) and sexes[0] != sexes[1]:
        return True
    child, grown = ("child" in one.group, "child" in two.group), (one.group & _GROWN, two.group & _GROWN)
    return bool((child[0] and grown[1] and not child[1]) or (child[1] and grown[0] and not child[0]))


def _sex(one: Person) -> str:
    if one.word in _MALE or "man" in one.group:
        return "m"
    return "f" if one.word in _FEMALE or "woman" in one.group else ""


def _are_relatives(one: Person, two: Person) -> bool:
    """Return whether two full names begin differently: "Jane Hill" and "Dan Hill"."""
    names = [[word for word in person.full if word[:1].isupper()] for person in (one, two)]
    return all(len(name) > 1 for name in names) and names[0][0] != names[1][0]


def _joined(document: Document, one: str, two: str) -> bool:
    """Return whether two names are of one person: alike, or side by side somewhere in the article."""
    if one == two:
        return True
    article = f"{document.article.title}\n{document.article.text}"
    first, second = re.escape(one), re.escape(two)
    middle = r"(?: [\"“(]?[A-Z][\w.'’-]*[\"”)]?){0,2} "
    return bool(re.search(rf"\b(?:{first}{middle}{second}|{second}{middle}{first})\b", article, re.IGNORECASE))


def without_the_dead(document: Document, held: tuple[Setting, ...]) -> tuple[Setting, ...]:
    """Return the figures without those of one hurt person of whom the article says elsewhere that he or she died.

    Where the article tells of few deaths, and all whom it counts as hurt are single persons named or pointed back to,
    none of them in the title, they are the dead too, unless the dead have names of their own.
    """
    dead = [found for one in held if one.figure.measure == "killed" and (found := person(one)) is not None]
    hurt = {n: person(one) for n, one in enumerate(held) if one.figure.measure == "injured" and one.figure.high != 0}
    if not dead or not hurt:
        return held
    gone = {n for n, one in hurt.items() if one is not None and any(_named_too(document, one, other) for other in dead)}
    rest = {n: one for n, one in hurt.items() if n not in gone}
    few = all((one.figure.low or 0) <= _FEW for one in held if one.figure.measure == "killed")
    alone = few and all(one is not None and one.naming != "new" and not one.apart for one in rest.values())
    if alone and not any(held[n].figure.count.field == "title" for n in rest):
        gone |= {n for n, one in rest.items() if one is not None and _may_be(document, one, dead)}
    return tuple(one for n, one in enumerate(held) if n not in gone)


def _named_too(document: Document, hurt: Person, dead: Person) -> bool:
    """Return whether words of their own, a name or an age, say that a hurt person is a dead one."""
    told = hurt.naming == dead.naming == "name" or (bool(hurt.age) and hurt.age == dead.age)
    return told and same(document, hurt, dead)


def _may_be(document: Document, hurt: Person, dead: list[Person]) -> bool:
    """Return whether nothing said of a hurt person keeps it from being one of the dead."""
    if hurt.naming != "name":
        return any(same(document, hurt, one) for one in dead)
    named = [one for one in dead if one.naming == "name"]
    return not named and any(not _differ(one, hurt) for one in dead)
