"""The places of an article: each mention with its place in the gazetteer, or with its country alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.link.gazetteer import Gazetteer, Toponym, gazetteer
from lagebild.link.place_choice import Setting, choose, setting
from lagebild.link.place_english import named_places
from lagebild.link.place_english_choice import in_series, resolved
from lagebild.link.place_english_names import Named
from lagebild.link.place_english_unlisted import only_country, unlisted
from lagebild.link.place_mentions import Mention, mentions, surnames
from lagebild.link.place_people import Pointer, demonyms, uninflected
from lagebild.link.place_tokens import Text, texts
from lagebild.model import Article, Document, Place, PlacePrecision

BESIDE = 25


def places(document: Document, *, index: Gazetteer | None = None) -> tuple[Place, ...]:
    """Return the places that the article names, title first, in order.

    "Berlins" and "Kasseler" are the places Berlin and Kassel; `name` is the text's wording, uninflected. A named place
    that the gazetteer lacks has the article's country, where that is plain, and no coordinates. People ("der Franzose",
    "Minister Paris") and common words ("das Essen") are none. `index` is the user's own by default.
    """
    index = index or gazetteer()
    read = texts(document, index)
    named = _english(document.article, read) if document.article.language == "en" else _german(document.article, read)
    return tuple(replace(place, admin1=index.region(place.country, place.admin1)) for place in named)


def _german(article: Article, read: Sequence[Text]) -> list[Place]:
    """Return the places of a German article, with the words for countries' people and things among them."""
    people = frozenset().union(*(surnames(text) for text in read))
    found = [mention for text in read for mention in mentions(text) if not _is_person(mention, people)]
    pointers = [pointer for text in read for pointer in demonyms(text)]
    named = list(_resolved(article, found, setting(found, Counter(pointer.country for pointer in pointers))))
    taken = {(place.field, at) for place in named for at in range(place.start, place.end)}
    own = (_of_people(article, pointer) for pointer in pointers if (pointer.field, pointer.start) not in taken)
    named.extend(place for place in own if place is not None)
    return sorted(named, key=lambda place: (place.field == "text", place.start))


def _of_people(article: Article, pointer: Pointer) -> Place | None:
    """Return the country that a word for its people or things names: "ukrainische", "Franzosen"."""
    where = pointer.place
    if where is None or pointer.is_part_of_name:
        return None
    span = article.span(pointer.field, pointer.start, pointer.end)
    return Place(
        span.field,
        span.start,
        span.end,
        span.quote,
        pointer.name,
        where.country,
        None,
        where.lat,
        where.lon,
        where.id,
        "country",
        where.disputed,
    )


def _english(article: Article, read: Sequence[Text]) -> Iterator[Place]:
    """Return the places of an English article; a doubtful mention of a name counts where another one is sure."""
    fields = [named_places(text) for text in read]
    certain = {mention.name for sure, _ in fields for mention in sure if mention.sign != "adjective"}
    for_sure = [mention for sure, _ in fields for mention in sure]
    more = [mention for _, doubtful in fields for mention in doubtful if mention.name in certain]
    every = sorted([*for_sure, *more], key=lambda mention: (mention.field == "text", mention.start))
    read_as, listed = resolved(every), in_series(every)
    country = only_country(every, [read_as[n] for n in range(len(every))])
    chosen = [
        _english_unlisted(article, one, country)
        for text, of in zip(read, fields, strict=True)
        for one in unlisted(text, of[0])
    ]
    for n, mention in enumerate(every):
        plain = mention.sign in {"short", "adjective"}
        place = mention.places[0] if plain else listed.get(n) or read_as[n]
        if place is not None:
            chosen.append(_english_place(article, mention, place))
        elif mention.noun:
            chosen.append(_english_unlisted(article, mention, country))
    return iter(sorted(chosen, key=lambda place: (place.field == "text", place.start)))


def _english_unlisted(article: Article, mention: Named, country: str | None) -> Place:
    span = article.span(mention.field, mention.start, mention.end)
    precision: PlacePrecision = "town" if mention.noun == "settlement" else "region"
    return Place(span.field, span.start, span.end, span.quote, mention.name, country, None, None, None, None, precision)


def _english_place(article: Article, mention: Named, place: Toponym) -> Place:
    span = article.span(mention.field, mention.start, mention.end)
    kinds: dict[str, PlacePrecision] = {"country": "country", "continent": "none", "town": "town"}
    return Place(
        span.field,
        span.start,
        span.end,
        span.quote,
        mention.name,
        place.country,
        place.admin1,
        place.lat,
        place.lon,
        place.id if place.id > 0 else None,
        kinds.get(place.kind, "region"),
        place.disputed,
    )


def _is_person(mention: Mention, people: frozenset[str]) -> bool:
    """Return whether a name with no sign of a place is a person's elsewhere in the article."""
    naming = mention.naming
    single = naming.form in {"plain", "genitive"} and naming.name in people
    country = any(place.kind == "country" for place in naming.places)
    return single and mention.cue in {"free", "spatial", "series"} and not country


def _resolved(article: Article, found: Sequence[Mention], around: Setting) -> Iterator[Place]:
    known = _described(found, around)
    before: Place | None = None
    for mention in found:
        chosen = (None if mention.hint else known.get(mention.naming.name)) or choose(mention, around)
        if chosen is not None:
            before = _place(article, mention, chosen)
            yield before
        elif mention.naming.form in {"plain", "part"} and _is_nameable(mention):
            country = mention.hint or _country_beside(mention, before) or _only_country(around)
            before = _unlisted(article, mention, country)
            yield before


def _country_beside(mention: Mention, before: Place | None) -> str | None:
    """Return the country of the town whose adjective stands right before: "im Münchner Stadtteil Freiham"."""
    if before is None or before.field != mention.field or not before.quote.endswith("er"):
        return None
    return before.country if mention.naming.start - before.end < BESIDE else None


def _is_nameable(mention: Mention) -> bool:
    """Return whether a name may stand without an entry: one that has none, or that a noun or adjective names."""
    return not mention.naming.places or mention.cue in {"kind", "described"}


def _described(found: Sequence[Mention], around: Setting) -> dict[str, Toponym]:
    """Return the places that one mention of a name describes by its country, for the other mentions of the name.

    A longer name describes its bare one: where "Halle an der Saale" is named, "Halle" is that town.
    """
    chosen = {mention.naming.name: choose(mention, around) for mention in found if mention.hint}
    known = {name: place for name, place in chosen.items() if place is not None}
    longer = {m.naming.name: choose(m, around) for m in found if m.naming.last - m.naming.first > 1}
    for mention in found:
        name, ids = mention.naming.name, {place.id for place in mention.naming.places}
        meant = {place for long, place in longer.items() if place and place.id in ids and long.startswith(f"{name} ")}
        if len(meant) == 1:
            known[name] = meant.pop()
    return known


def _place(article: Article, mention: Mention, chosen: Toponym) -> Place:
    naming = mention.naming
    span = article.span(mention.field, naming.start, naming.end)
    part = naming.form == "direction"
    return Place(
        span.field,
        span.start,
        span.end,
        span.quote,
        uninflected(naming.name, chosen),
        chosen.country,
        None if part else chosen.admin1,
        None if part else chosen.lat,
        None if part else chosen.lon,
        chosen.id if chosen.id > 0 and naming.form not in {"direction", "part"} else None,
        _precision(mention, chosen),
        chosen.disputed,
    )


def _precision(mention: Mention, chosen: Toponym) -> PlacePrecision:
    form = mention.naming.form
    if form == "direction":
        return "region"
    if chosen.kind == "country":
        return "country"
    if chosen.kind == "continent":
        return "none"
    if chosen.kind != "town":
        return "region"
    if mention.kind == "area":
        return "region"
    return "district" if form == "part" or mention.kind == "district" else "town"


def _unlisted(article: Article, mention: Mention, country: str | None) -> Place:
    naming = mention.naming
    span = article.span(mention.field, naming.start, naming.end)
    precision: PlacePrecision = "region" if mention.kind == "area" else "none"
    precision = "district" if mention.kind == "district" else "town" if mention.kind == "settlement" else precision
    return Place(span.field, span.start, span.end, span.quote, naming.name, country, None, None, None, None, precision)


def _only_country(around: Setting) -> str | None:
    """Return the country that the article is about, where one stands well above the others."""
    ranked = sorted(around.countries.items(), key=lambda item: -item[1])
    if not ranked:
        return None
    first, second = ranked[0], ranked[1] if len(ranked) > 1 else ("", 0.0)
    return first[0] if second[1] < 0.9 else None  # noqa: PLR2004 - the weights are roots of shares
