"""Names of persons in an article: each mention, the fullest form of the name, and whether it may be shown."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from lagebild.link.gazetteer import Gazetteer
from lagebild.link.person_names_again import Again, Person, again, bare, is_same, joined
from lagebild.link.person_names_around import Surroundings, surroundings
from lagebild.link.person_names_public import Told, standing
from lagebild.link.person_names_runs import Run, runs
from lagebild.link.person_names_signs import Signs, Verdict, signs, verdict
from lagebild.link.person_names_words import is_given, role_of, shape, words
from lagebild.model import Claim, Document, FieldName, Figure, PersonName, Place, Statement

_SERIES = frozenset({",", ";", "und", "and", "sowie"})
_At: TypeAlias = tuple[FieldName, int, int]
_WORD = re.compile(r"[^\W\d_]+")
_LONG, _TITLE_CASE = 3, 0.7


def persons(
    document: Document, claims: tuple[Claim, ...], places: tuple[Place, ...], *, index: Gazetteer
) -> tuple[PersonName, ...]:
    """Return each mention of a person's name, in text order, title first; what is doubtful is none.

    `public` is true of those who hold an office or speak in their function, false of all others.
    """
    article = document.article
    around = surroundings(document, places, index=index)
    found = [(run, told) for run, told in _found(document, around)]
    everyone: list[tuple[Person, list[Told]]] = []
    spoken = _spoken(claims)
    for run, told in sorted(found, key=lambda one: -len(one[0].parts)):
        _put(everyone, run, Told(told, _overlaps(run, spoken)), article[run.sentence.field], around)
    named = [person for person, _ in everyone]
    fields: dict[FieldName, str] = {"title": article.title, "text": article.text}
    later = tuple(again(named, document, around.places))
    speaking = {id(one.person) for one in later if one.sure and (_says(one, article.language) or _covers(one, spoken))}
    standings = {
        id(person): standing(told, speaks=id(person) in speaking, author=person.name in article.authors)
        for person, told in everyone
    }
    mentions = [(span, one) for one in named for span in one.spans]
    mentions += [((one.field, one.start, one.end), one.person) for one in later]
    mentions.sort(key=lambda one: (one[0][0] != "title", one[0][1]))
    return tuple(
        PersonName(*span, fields[span[0]][span[1] : span[2]], person.name, *standings[id(person)])
        for span, person in _whole(mentions, fields)
    )


def _whole(mentions: list[tuple[_At, Person]], fields: dict[FieldName, str]) -> Iterator[tuple[_At, Person]]:
    """Yield the mentions in order, those side by side that name one person as one: "Otto Karl" and "Rehms"."""
    held: tuple[_At, Person] | None = None
    for (name, start, end), person in mentions:
        blank = held is not None and held[0][0] == name and fields[name][held[0][2] : start] == " "
        if held is not None and held[1] is person and blank:
            held = (name, held[0][1], end), person
            continue
        if held is not None:
            yield held
        held = (name, start, end), person
    if held is not None:
        yield held


def _found(document: Document, around: Surroundings) -> Iterator[tuple[Run, Signs]]:
    """Yield the runs that are names of persons, with what stands around them."""
    language, shouted = document.article.language, _is_title_case(document.article.title)
    for sentence in document.sentences:
        judged: list[tuple[Run, Signs, Verdict]] = []
        for run in runs(sentence, language):
            if not _may_be_name(run, language):
                continue
            if sentence.field == "title" and shouted and not _is_plain_name(run, language):
                continue
            told = signs(run, around)
            judged.append((run, told, verdict(run, told, around)))
        yield from _persons_of(judged)


def _persons_of(judged: list[tuple[Run, Signs, Verdict]]) -> Iterator[tuple[Run, Signs]]:
    """Yield the names of a sentence that are persons' by themselves, or as one of a series with such a name."""
    known = [said for _, _, said in judged]
    for order in (range(1, len(judged)), range(len(judged) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            first, second = sorted((at, at + step))
            if known[at] == "maybe" and known[at + step] == "yes" and _are_listed(judged[first][0], judged[second][0]):
                known[at] = "yes"
    yield from ((run, told) for (run, told, _), said in zip(judged, known, strict=True) if said == "yes")


def _are_listed(one: Run, other: Run) -> bool:
    """Return whether two names of several words stand side by side in a series: "Anna Muster, 34, und Otto Rehm"."""
    between = [one.word(at) for at in range(one.last, other.first)]
    if len(between) > 1 and between[0] == "(" and between[1].isdigit() and between[2] == ")":
        between = between[3:] or [","]
    listed = all(word in _SERIES or word.isdigit() for word in between) and shape(other.word(other.last)) != "name"
    return bool(between) and listed and len(one.parts) > 1 and len(other.parts) > 1


def _may_be_name(run: Run, language: str) -> bool:
    """Return whether a run is worth a closer look: several words, a given name, or one behind a role."""
    if len(run.parts) > 1 or is_given(run.parts[0], language):
        return True
    before = run.word(run.first - 1)
    return role_of(run.word(run.first - 2) if before == "." else before, language) is not None


def _is_title_case(title: str) -> bool:
    """Return whether a title has capitals all over, so that they tell nothing."""
    long = [word for word in title.split()[1:] if len(word) > _LONG]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= _TITLE_CASE * len(long)


def _is_plain_name(run: Run, language: str) -> bool:
    parts = run.parts
    return len(parts) == 2 and is_given(parts[0], language) and role_of(parts[1], language) is None  # noqa: PLR2004 - two


def _spoken(claims: tuple[Claim, ...]) -> list[_At]:
    """Return where speakers of statements and sources of figures are named."""
    found: list[_At] = []
    for claim in claims:
        if isinstance(claim, Statement):
            found += [(span.field, span.start, span.end) for span in claim.speaker]
        elif isinstance(claim, Figure):
            found += [(source.field, source.start, source.end) for source in claim.sources]
    return found


def _says(one: Again, language: str) -> bool:
    """Return whether a word of saying stands right beside a later mention."""
    known, tokens = words(language), one.sentence.tokens
    beside = (*tokens[one.last : one.last + 1], *tokens[max(0, one.first - 1) : one.first])
    return any(known.has("saying", token.text) for token in beside)


def _covers(one: Again, spans: list[_At]) -> bool:
    return any(field == one.field and start < one.end and one.start < end for field, start, end in spans)


def _overlaps(run: Run, spans: list[_At]) -> bool:
    return any(field == run.sentence.field and start < run.end and run.start < end for field, start, end in spans)


def _put(everyone: list[tuple[Person, list[Told]]], run: Run, told: Told, text: str, around: Surroundings) -> None:
    """Put a mention to the person whom it names, or to a new one."""
    parts, name = run.parts, text[run.start : run.end]
    last = _without_genitive(parts[-1], around)
    if last != parts[-1]:  # "die Anwältin Holts": the role is not Holt's
        parts, name = (*parts[:-1], last), name[: len(name) - 1]
        told = replace(told, signs=replace(told.signs, before=None))
    same = [(person, tolds) for person, tolds in everyone if is_same(person, parts)]
    if len(parts) > 1 or len(same) == 1:
        same = same[:1]
    elif same:
        same = [min(same, key=lambda one: one[0].distance(run.sentence.field, run.start))]
    if not same:
        everyone.append((Person(parts, name), []))
        same = everyone[-1:]
    person, tolds = same[0]
    joined(person, parts, name)
    person.spans.append((run.sentence.field, run.start, run.end))
    tolds.append(told)


def _without_genitive(word: str, around: Surroundings) -> str:
    """Return a German family name without its genitive "s", where it stands without it somewhere else."""
    if around.language != "de" or not word.endswith("s") or len(word) < _LONG:
        return word
    return bare(word, frozenset(_WORD.findall(around.text)))
