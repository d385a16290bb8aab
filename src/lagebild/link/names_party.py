"""Tell whether a source is a belligerent that speaks of its own conflict."""

import dataclasses
import functools
import re
from collections.abc import Iterable

from lagebild.link.names_kinds import known_name, reading
from lagebild.model import BoxPlace, Document, FieldName, Source, SourceKind
from lagebild.vocabulary import load
from lagebild.vocabulary.places import Demonym

_WAGED = {
    "de": (
        r"\w*\s+(?:\w+en?\s+)?(?:Truppe|Armee|Soldat|Angriff|Rakete|Drohne|Luftwaffe|Streitkr|Kampf|Offensive|Artillerie|"
        r"Militär(?!quell|kreis|angab|exper|beob|anal|geheim)|Luftangriff|Panzer|Luftschl|Beschuss|Marine|"
        r"Regierungstruppen|Invasion|Front)"
    ),
    "en": (
        r"\s+(?:\w+\s+)?(?:troops?|army|soldiers?|attacks?|missiles?|rockets?|drones?|air ?force|forces|strikes?|"
        r"airstrikes?|offensive|artillery|tanks?|shelling|navy|invasion|bombardment|warplanes?)\b"
    ),
}
_RETIRED = re.compile(r"\b(?:früher|ehemalig|einstig|pensioniert|Ex-|former|retired|ex-)", re.IGNORECASE)
_WORD = re.compile(r"[\w.]+(?:[-'’][\w]+)*")
_STATE: frozenset[SourceKind] = frozenset(("government", "unnamed"))


@dataclasses.dataclass(frozen=True, slots=True)
class Conflict:
    """What a report on a conflict tells of those who wage it: the countries, and the one where it is waged."""

    language: str
    waging: frozenset[str]
    country: str | None

    def has_party(self, source: Source) -> bool:
        """Tell whether a named source wages the conflict.

        Armed groups do, and what they run. Armed forces and ministries of defence do, unless the wording says whose
        they are and only others fight here ("das polnische Verteidigungsministerium" on another's war). A government,
        its seat or "russische Angaben" does where the report tells of its forces, or of those of others in its
        country. United Nations, observers and retired officers never do.
        """
        words = [*_words(source.text), *_words(source.name)]
        if _RETIRED.search(source.text) or any(_is_neutral(word, self.language) for word in words):
            return False
        countries = frozenset(self._countries(source, words))
        if source.kind == "armed_group" or any(self._is_belligerent(word) for word in (*words, source.name)):
            return not countries or bool(countries & self._involved()) or not self.waging
        forces = source.kind == "military" or any(_reads_defence(words, n, self.language) for n in range(len(words)))
        if forces:
            return not countries or bool(countries & self._involved()) or not self.waging
        return source.kind in _STATE and bool(countries & self._involved())

    def _involved(self) -> frozenset[str]:
        """Return the countries that wage the conflict, and the one where forces of others do."""
        attacked = {self.country} if self.country and self.waging - {self.country} else set()
        return self.waging | attacked

    def _countries(self, source: Source, words: Iterable[str]) -> Iterable[str]:
        """Yield the countries of which the wording of a source says that it is theirs."""
        for word in (*words, source.name):
            known = known_name(word, self.language) or known_name(word.partition("-")[0], self.language)
            if known is not None and known.country:
                yield known.country
        yield from (country for country, own in _owned(self.language).items() if own.search(source.text))

    def _is_belligerent(self, noun: str) -> bool:
        """Tell whether a noun is, or begins with, the name of an armed group or alliance: "Hamas", "Nato-Sprecher"."""
        first = noun.partition("-")[0]
        known = known_name(noun, self.language) or known_name(first, self.language)
        return known is not None and known.belligerent


def conflict(document: Document, sources: Iterable[Source], place: BoxPlace | None) -> Conflict:
    """Return what a report tells of those who fight; what the wordings of its sources say by themselves is left out."""
    article = document.article
    language = article.language
    spans = tuple(s for s in sources if article[s.field][s.start : s.end] == s.quote)
    waging = {code for code, pattern in _forces(language).items() if _stands(document, pattern, spans)}
    return Conflict(language, frozenset(waging), _scene(document, place, spans))


def _scene(document: Document, place: BoxPlace | None, spans: Iterable[Source]) -> str | None:
    """Return the country of the place of the incident, where the text tells of it and does not only let it speak."""
    if place is None or place.country is None:
        return None
    own = _owned(document.article.language).get(place.country)
    told = (re.compile(re.escape(place.name)), own)
    return place.country if any(one and _stands(document, one, spans) for one in told) else None


def _stands(document: Document, pattern: re.Pattern[str], spans: Iterable[Source]) -> bool:
    """Tell whether a pattern is found in title or text anywhere but in the wordings of sources."""
    fields: tuple[FieldName, ...] = ("title", "text")
    for field in fields:
        inside = [(s.start, s.end) for s in spans if s.field == field]
        matches = pattern.finditer(document.article[field])
        if any(not any(a <= match.start() < b for a, b in inside) for match in matches):
            return True
    return False


def _words(text: str) -> list[str]:
    return [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text)]


def _is_neutral(word: str, language: str) -> bool:
    """Tell whether a word is, or begins with, the name of an organisation: "UN-Truppen", "OSCE"."""
    known = known_name(word, language) or known_name(word.partition("-")[0], language)
    return known is not None and known.kind == "organisation"


def _reads_defence(words: list[str], place: int, language: str) -> bool:
    """Tell whether the vocabulary has a ministry of defence that ends at a word."""
    return any(reading(" ".join(words[first : place + 1]), "defence", language) for first in range(place + 1))


@functools.cache
def _owned(language: str) -> dict[str, re.Pattern[str]]:
    """Return by country what finds its adjective: "UA" finds "ukrainischen"."""
    return {code: re.compile(rf"\b(?:{stems})\w{{0,2}}\b", re.IGNORECASE) for code, stems in _stems(language).items()}


@functools.cache
def _forces(language: str) -> dict[str, re.Pattern[str]]:
    """Return by country what finds its forces and attacks: "UA" finds "ukrainische Truppen"."""
    waged = _WAGED[language]
    return {code: re.compile(rf"\b(?:{stems}){waged}", re.IGNORECASE) for code, stems in _stems(language).items()}


def _stems(language: str) -> dict[str, str]:
    """Return the adjectives of each country as an alternative of a pattern."""
    found: dict[str, list[str]] = {}
    for row in load(language, "demonyms", Demonym):
        found.setdefault(row.country, []).extend(map(re.escape, row.adjectives))
    return {code: "|".join(stems) for code, stems in found.items()}
