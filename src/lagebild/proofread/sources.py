"""LB2: the sources that the stated box names against those of the text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lagebild.model import Event, Figure, Finding, Source, Span, Statement
from lagebild.proofread.cells import Stated
from lagebild.proofread.draft import Draft, stem
from lagebild.proofread.figures import matched
from lagebild.vocabulary.labels import country_names, excerpt, sentence
from lagebild.vocabulary.proofread import proof_words

_PRONOUNS = frozenset({"er", "sie", "dieser", "diese", "he", "she", "they", "it"})
_NAMES = re.compile(r"[\w\u2019'.&/-]*\w")
_ARTICLE = re.compile(
    r"(?<!\w)(?:de[rsmn]|die|das|ein(?:e[rsnm]?)?|vom|zum|zur|seine[rsnm]?|ihre[rsnm]?|the|an?)\s+", re.IGNORECASE
)
_ACRONYM = 2
_WIDTH = 120  # characters of a sentence that a message quotes


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield what is wrong with the box's sources, and which of its numbers have none that is named."""
    rows = draft.cells_of("sources")
    named = [name for row in rows if not row.empty for name in split(row.cell.value, draft.language)]
    if named:
        yield from _missing(draft, rows, named)
        yield from _one_origin(draft, rows, named)
    else:
        yield from _empty(draft, rows)
    for cell in draft.cells:
        yield from _of_number(draft, cell)


def split(value: str, language: str) -> list[str]:
    """Return the names of a cell of sources."""
    parts = re.split(r"[,;•·\n]|\s/\s", proof_words("source_split", language).sub(",", value))
    return [part.strip() for part in parts if part.strip(" -–.")]


def _empty(draft: Draft, rows: Sequence[Stated]) -> Iterator[Finding]:
    told = _in_order([*_central(draft, draft.figures), *_tellers(draft)])
    names = list(dict.fromkeys(name for name, _ in told if not proof_words("role", draft.language).fullmatch(name)))
    if not names:
        return
    spans = [row.cell.span for row in rows] or [draft.cells[-1].cell.span]
    label = rows[0].cell.label if rows else draft.words.label("box.sources")
    code = "LB201" if rows else "LB206"
    yield draft.finding(code, [*spans, *(span for _, span in told)], label=label, names=", ".join(names))


def _missing(draft: Draft, rows: Sequence[Stated], named: Sequence[str]) -> Iterator[Finding]:
    stated = ", ".join(named)
    seen: set[str] = set()
    origins = [replace(figure, sources=tuple(_origins(figure))) for figure in _figures(draft)]
    for name, span in _central(draft, origins):
        known = name in seen or proof_words("role", draft.language).fullmatch(name)
        if known or any(_same(name, span.quote, other) for other in named):
            continue
        seen.add(name)
        quote = excerpt(sentence(draft.record.article, span), span, width=_WIDTH).rstrip(". ")
        yield draft.finding("LB202", [rows[0].cell.span, span], names=name, quote=quote, stated=stated)


def _one_origin(draft: Draft, rows: Sequence[Stated], named: Sequence[str]) -> Iterator[Finding]:
    """Yield where a name of the box only passes on what another name of the box says, throughout the text."""
    direct = [source for figure in _figures(draft) for source in _origins(figure)]
    told: set[str] = set()
    for figure in _figures(draft):
        origins = _origins(figure)
        passed = [source for source in figure.sources if source.role == "via"]
        for via in passed:
            outlet = next((name for name in named if _is(via, name)), None)
            origin = next((name for name in named if len(origins) == 1 and _is(origins[0], name)), None)
            alone = outlet and any(_is(source, outlet) for source in direct)
            if not outlet or not origin or outlet == origin or alone or outlet in told:
                continue
            told.add(outlet)
            values = {"stated": f"{origin}, {outlet}", "names": origin, "quote": draft.quote(figure)}
            yield draft.finding("LB205", [rows[0].cell.span], [figure], **values)


def _of_number(draft: Draft, cell: Stated) -> Iterator[Finding]:
    found = [figure for figure in matched(draft, cell) if figure.count.field == "text"]
    if not found or draft.record.article.agencies or (cell.count and cell.count.high == 0):
        return
    values = {"label": cell.cell.label, "stated": cell.cell.value, "quote": draft.quote(found[0])}
    sources = [source for figure in found for source in figure.sources]
    if not sources:
        yield draft.finding("LB203", [cell.cell.span], found[:1], **values)
    elif all(source.kind == "unnamed" for source in sources):
        names = ", ".join(dict.fromkeys(source.quote for source in sources))
        first = next(figure for figure in found if figure.sources)
        values["quote"] = draft.quote(first)
        yield draft.finding("LB204", [cell.cell.span], [first], names=names, **values)


def _central(draft: Draft, figures: Iterable[Figure]) -> list[tuple[str, Span]]:
    """Return the named sources of figures and events with their places, in text order."""
    found: list[tuple[str, Span]] = []
    for figure in figures:
        found += [_named(source) for source in figure.sources if source.kind != "unnamed"]
    for claim in draft.record.claims:
        if isinstance(claim, Event):
            named = (source for source in claim.sources if source.kind != "unnamed")
            found += [_named(source) for source in named if source.name not in country_names()]
    return _in_order(found)


def _tellers(draft: Draft) -> list[tuple[str, Span]]:
    """Return who tells what happened, with their places; who only comments, the title and states are left out."""
    spoken = [claim for claim in draft.record.claims if isinstance(claim, Statement) and claim.speaker]
    return [(_speaker(claim), claim.speaker[0]) for claim in spoken if _tells(draft, claim)]


def _in_order(found: Iterable[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Return the names in text order, each name and each place once; of one place the first name given."""
    first: dict[str, tuple[str, Span]] = {}
    places: set[Span] = set()
    for name, span in sorted(found, key=lambda item: (item[1].field != "title", item[1].start)):
        if span not in places:
            first.setdefault(name.casefold(), (name, span))
        places.add(span)
    return list(first.values())


def _figures(draft: Draft) -> Iterator[Figure]:
    return (figure for figure in draft.figures if figure.scope == "main")


def _tells(draft: Draft, statement: Statement) -> bool:
    speaker = statement.speaker[0]
    if speaker.field == "title" or draft.text[speaker.start : speaker.end] != speaker.quote:
        return False
    if _speaker(statement) in country_names() or (
        statement.speaker_name is None and speaker.quote.lower() in _PRONOUNS
    ):
        return False
    return not any(proof_words("comment", draft.language).search(cue.quote) for cue in statement.cue)


def _speaker(statement: Statement) -> str:
    return statement.speaker_name or _bare(statement.speaker[0].quote)


def _origins(figure: Figure) -> list[Source]:
    return [source for source in figure.sources if source.role == "origin" and source.stance != "denies"]


def _named(source: Source) -> tuple[str, Span]:
    name = source.name or _bare(source.quote)
    return name, Span(source.field, source.start, source.end, source.quote)


def _bare(quote: str) -> str:
    """Return a noun phrase without the article before it."""
    article = _ARTICLE.match(quote)
    return quote[article.end() :] if article else quote


def _is(source: Source, name: str) -> bool:
    return _same(source.name or source.quote, source.quote, name)


def _same(name: str, quote: str, other: str) -> bool:
    """Return whether a name of the box is the text's: one has all words of the other, or is the other's acronym."""
    theirs = _stems(other)
    for mine in (_stems(name), _stems(quote)):
        if mine and theirs and (mine <= theirs or theirs <= mine):
            return True
    return any(_is_acronym(one, two) for one, two in ((name, other), (other, name), (quote, other)))


def _stems(name: str) -> set[str]:
    return {stem(word) for word in _NAMES.findall(_ARTICLE.sub("", name)) if len(word) > 1}


def _is_acronym(short: str, long: str) -> bool:
    letters = "".join(word[0] for word in re.findall(r"[^\W\d_]+", long) if word[0].isupper())
    return len(short) > _ACRONYM and short.isupper() and letters.startswith(short)
