"""Who a source is over reports and languages: one id for all names of one body in one incident."""

import functools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lagebild.model import Place, Record, Source
from lagebild.vocabulary import load
from lagebild.vocabulary.labels import country_codes
from lagebild.vocabulary.origins import Institution, institutions
from lagebild.vocabulary.places import Demonym
from lagebild.vocabulary.sources import Seat, SourceWords

_WORD = re.compile(r"[\w.]+(?:[-'’][\w]+)*")
_ACRONYM = re.compile(r"(?:^|\s)\(?([A-ZÄÖÜ]{3,})\)?$")  # behind what it is short for: "the parks service OPS"
_ARTICLES = frozenset(
    ("der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "eines", "einem", "einen", "the", "a", "an")
)
_JOINTS = frozenset(("der", "des", "von", "vom", "für", "of", "for", "at", "in", "im"))
_AID = frozenset(("bearers", "plain"))  # rows that help to read names and are no institution
_HELD_APART = frozenset(("witness", "person", "expert", "hospital"))
_NEAR_KM = {"town": 60.0, "district": 60.0, "region": 250.0, "country": 0.0, "none": 60.0}
_LONGEST_ACRONYM = 5
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a report's main incident is, and the places that the report names, by their folded names."""

    language: str
    country: str | None
    lat: float | None
    lon: float | None
    admin1: str | None
    name: str
    places: dict[str, Place]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source's key, and whether another text means the same body by it; where not, the key holds in one text.

    `away` is the key of the local body, for one of a place elsewhere in the country.
    """

    key: str
    shared: bool
    away: str | None = None


def setting(record: Record) -> Setting:
    """Return where the main incident of a report is."""
    place = record.box.place
    countries = Counter(found.country for found in record.places if found.country)
    country = record.box.country or (countries.most_common(1)[0][0] if countries else None)
    named = {folded(name): found for found in reversed(record.places) for name in (found.quote, found.name)}
    mention = named.get(folded(place.name)) if place else None
    return Setting(
        record.article.language,
        country,
        place.lat if place else None,
        place.lon if place else None,
        mention.admin1 if mention else None,
        folded(place.name) if place else "",
        named,
    )


def speakers(sources: Iterable[Source], where: Setting) -> dict[str, Speaker]:
    """Return who each named source of a report is, by its name: the same key for all names of one body in one incident.

    The police of the place of the incident is "police" in each report and language, that of another place has its
    name beside; the army of a country has the country's code. A person who holds an office is the office, an officer
    the police. Of hospitals, witnesses and the like there are many: without a name of their own they are the same in
    one text alone.
    """
    texts: dict[str, list[Source]] = {}
    for source in sources:
        texts.setdefault(source.name or source.text, []).append(source)
    found = {name: _speaker(name, of, where) for name, of in texts.items()}
    short = {match[1]: who for name, who in found.items() if (match := _ACRONYM.search(name)) and match[1] != name}
    found |= {name: short[name] for name in found if name in short}
    return {name: _alone(who, set(found.values())) for name, who in found.items()}


def _alone(who: Speaker, known: set[Speaker]) -> Speaker:
    """Return who is meant without the place beside him where the report names no other body of the kind."""
    if who.away is None or sum(other.key.partition(":")[0] == who.key.partition(":")[0] for other in known) > 1:
        return who
    return Speaker(who.away, shared=True)


def _speaker(name: str, of: Sequence[Source], where: Setting) -> Speaker:
    for wording in (name, *(source.text for source in of if name.rsplit(maxsplit=1)[-1] in source.text)):
        found = institution(wording, where.language)
        if found is not None and not (found.level == "many" and of[0].kind == "police"):
            return _placed(found, wording, where)
    if of[0].kind == "police" and name[0].isupper():
        return Speaker("police", shared=True)
    if (short := _ACRONYM.search(name)) is not None:
        return Speaker(folded(short[1]), shared=True)
    seat = _seats(where.language).get(name)
    if seat is not None:
        return Speaker(f"government:{seat}", shared=True)
    capitals = sum(word[0].isupper() for word in _WORD.findall(name))
    return Speaker(bare(name, where.language), shared=of[0].kind not in _HELD_APART or capitals > 1)


def _placed(found: Institution, name: str, where: Setting) -> Speaker:
    country = _country(name, where)
    if found.level == "one":
        return Speaker(found.id, shared=True)
    if found.level == "national":
        code = country or where.country
        return Speaker(f"{found.id}:{code}" if code else found.id, shared=True)
    if found.level == "many":
        own = [word for word in _WORD.findall(name) if word[0].isupper() and not _is_known(word, where.language)]
        return Speaker(f"{found.id}:{bare(name, where.language)}" if own else found.id, shared=bool(own))
    if country is not None and where.country is not None and country != where.country:
        return Speaker(f"{found.id}:{country}", shared=True)
    away = next((place for place in _named_places(name, where) if not _is_near(place, where)), None)
    if away is None:
        return Speaker(found.id, shared=True)
    return Speaker(f"{found.id}:{folded(away.name)}", shared=True, away=found.id)


def _is_known(word: str, language: str) -> bool:
    """Tell whether a capitalised word is an institution's noun or a bearer's, and no name."""
    return institution(word, language) is not None or folded(word) in _bearers(language)


def institution(name: str, language: str) -> Institution | None:
    """Return the institution that a name tells, None where it tells none; the longest wording counts.

    "Arzt des Kreiskrankenhauses" is the hospital, "Polizeigewerkschaft" is no police.
    """
    words = _WORD.findall(name.replace("’", "'"))
    found = [*_phrases(" ".join(words), language), *(hit for word in words for hit in _read(word, language))]
    return max(found, key=lambda hit: hit[0])[1] if found else None


def _phrases(name: str, language: str) -> Iterator[tuple[int, Institution]]:
    for phrase, row in _table(language).phrases:
        if phrase.search(name):
            yield len(phrase.pattern), row


def _read(word: str, language: str) -> Iterator[tuple[int, Institution]]:
    """Yield what a word tells, with the length of the word: itself, by its ending or by its beginning."""
    table = _table(language)
    for form in _forms(word, language):
        if form in table.exact:
            yield len(form), table.exact[form]
        low = form.casefold()
        yield from ((len(form), row) for ending, row in table.endings if low.endswith(ending))
        for beginning, row in table.beginnings:
            rest = low.removeprefix(beginning).lstrip("-")
            if rest != low and rest.endswith(table.bearers):
                yield len(form), row


def _forms(word: str, language: str) -> Iterator[str]:
    """Yield a word and what it may be without an ending of inflection."""
    yield word
    for ending in ("es", "s", "n") if language == "de" else ("'s", "s"):
        if word.endswith(ending) and len(word) - len(ending) > _LONGEST_ACRONYM:
            yield word.removesuffix(ending)


@dataclass(frozen=True, slots=True)
class _Table:
    """The words of the institutions of a language, by how they are read."""

    phrases: tuple[tuple[re.Pattern[str], Institution], ...]
    exact: dict[str, Institution]
    endings: tuple[tuple[str, Institution], ...]
    beginnings: tuple[tuple[str, Institution], ...]
    bearers: tuple[str, ...]


@functools.cache
def _table(language: str) -> _Table:
    rows = institutions(language)
    pairs = [(word, row) for row in rows if row.id not in _AID for word in row.words]
    exact: dict[str, Institution] = {}
    for word, row in pairs:
        if " " not in word and "-" not in (word[0], word[-1]):
            exact[word] = row
            exact.setdefault(word.capitalize() if word.islower() else word, row)
    return _Table(
        tuple((_phrase(word), row) for word, row in pairs if " " in word),
        exact,
        tuple((word[1:].casefold(), row) for word, row in pairs if word[0] == "-"),
        tuple((word[:-1].casefold(), row) for word, row in pairs if word[-1] == "-"),
        tuple(word.lstrip("-").casefold() for row in rows if row.id == "bearers" for word in row.words),
    )


def _phrase(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(' '.join(_WORD.findall(words)))}(?!\w)", re.IGNORECASE)


def _named_places(name: str, where: Setting) -> Iterator[Place]:
    words = _WORD.findall(name)
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            place = where.places.get(folded(" ".join(words[at : at + size])))
            if place is not None:
                yield place


def _is_near(place: Place, where: Setting) -> bool:
    """Tell whether a body of this place is the local one of the incident, as far as is known."""
    if place.country and where.country and place.country != where.country:
        return False
    is_around = place.precision == "region" and place.admin1 is not None and place.admin1 == where.admin1
    if is_around or folded(place.name) == where.name:
        return True
    if place.lat is None or place.lon is None or where.lat is None or where.lon is None:
        return True
    return _km(place.lat, place.lon, where.lat, where.lon) <= (_NEAR_KM[place.precision] or math.inf)


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    first, second, across = map(math.radians, (lat, other_lat, other_lon - lon))
    half = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(across / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def _country(name: str, where: Setting) -> str | None:
    """Return the country whose body a name says it is ("russisches Verteidigungsministerium", "Kenya Red Cross")."""
    words = _WORD.findall(name.replace("’", "'"))
    seats, names, adjectives = _seats(where.language), country_codes(), _adjectives(where.language)
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            phrase = " ".join(words[at : at + size]).removesuffix("'s")
            code = names.get(phrase) or seats.get(phrase) or adjectives.get(_stem(phrase, where.language))
            if code is not None:
                return code
    return None


def _stem(word: str, language: str) -> str:
    return re.sub(r"(?<=sch)e[nrsm]?$|(?<=\w{3})e[nrsm]?$", "", word.casefold()) if language == "de" else word


@functools.cache
def _adjectives(language: str) -> dict[str, str]:
    return {stem: row.country for row in load(language, "demonyms", Demonym) for stem in row.adjectives}


@functools.cache
def _seats(language: str) -> dict[str, str]:
    return {name: row.country for row in load(language, "seats", Seat) for name in row.names}


@functools.cache
def _bearers(language: str) -> frozenset[str]:
    rows = load(language, "source_kinds", SourceWords)
    return frozenset(folded(word) for row in rows if row.part == "bearer" for word in row.words)


@functools.cache
def _plain(language: str) -> tuple[str, ...]:
    return tuple(word for row in institutions(language) if row.id == "plain" for word in row.words)


def bare(name: str, language: str) -> str:
    """Return a name folded, without articles, adjectives that tell nothing, and who only speaks for it."""
    words = [word for word in folded(name).split() if word not in _ARTICLES]
    words = [word for word in words if not _is_plain(word, language)] or words
    if len(words) > 1 and words[0] in _bearers(language):
        words = words[2:] if words[1] in _JOINTS and len(words) > 2 else words[1:]  # noqa: PLR2004 - and what follows
    elif len(words) > 1 and language == "en" and words[-1] in _bearers(language):
        words = words[:-1]
    return " ".join(words)


def _is_plain(word: str, language: str) -> bool:
    if language != "de":
        return word in _plain(language)
    return any(re.fullmatch(rf"{folded(stem)}(?:e[nrsm]?)?", word) for stem in _plain(language))


@functools.lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Return a name without capitals, accents, quotation marks and possessive endings."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(word.removesuffix("'s") for word in _WORD.findall(letters.replace("’", "'")))
