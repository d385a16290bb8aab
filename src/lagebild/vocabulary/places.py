"""Row types of the tables about places: regions, exonyms, demonyms, and the words around a place name."""

import functools
from dataclasses import dataclass
from typing import Literal

from lagebild.vocabulary import Entry, load

RegionKind = Literal["region", "landmark", "continent"]
CueKind = Literal[
    "settlement",
    "district",
    "area",
    "venue",
    "street",
    "locative",
    "spatial",
    "fused",
    "article",
    "title",
    "time",
    "happening",
    "ordinary",
    "never",
    "medium",
    "forename",
    "particle",
    "direction",
    "landform",
    "institution",
    "placing",
    "town_ending",
    "club",
    "speaking",
    "meeting",
    "hospital",
    "treated",
    "mourning",
    "here",
    "around",
    "away",
    "struck",
    "taking",
    "taken",
    "owned",
    "under",
    "side",
    "route",
    "centre",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLevel(Entry):
    """The first-level regions of a country (`id` is its ISO code): GeoNames admin1 code to name."""

    regions: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLevel(Entry):
    """The counties or districts of a country (`id` is its ISO code): name, first-level region, latitude, longitude."""

    areas: tuple[tuple[str, str, float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryPoint(Entry):
    """The middle of a country (`id` is its ISO code) in degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed(Entry):
    """Who holds and who claims a country (`id` "XK") or a first-level region of one ("UA.11", its GeoNames code)."""

    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Entry):
    """A region, island, sea or mountain; coordinates are its own or those of the first-level region `admin1`.

    `short` are forms that stand behind a town alone: "Springfield, Ill.".
    """

    names: tuple[str, ...]
    short: tuple[str, ...] = ()
    kind: RegionKind
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    disputed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exonym(Entry):
    """Names of a country, or of the town with this GeoNames name, that the libraries' tables lack.

    A `known` town counts as a city, however few live there: Chernobyl.
    """

    country: str
    names: tuple[str, ...]
    town: str | None = None
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonym(Entry):
    """Adjectives (stems in lower case) and nouns for the people of a country or of a region in it."""

    country: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCue(Entry):
    """Words of one kind that tell a place name beside them, or that are none themselves."""

    kind: CueKind
    words: tuple[str, ...]


def region_code(country: str, name: str) -> str | None:
    """Return the GeoNames code of the first-level region that a record names in `admin1`: "41" for RU and "Kursk"."""
    return _codes().get((country, name))


@functools.cache
def _codes() -> dict[tuple[str, str], str]:
    rows = load("codes", "first_level", FirstLevel)
    return {(row.id, name): code for row in rows for code, name in row.regions.items()}
