"""Tell the type of a report's main incident.

A cue counts by where it stands: the title says what the report is about, the first sentence says it again, and what
comes later is more and more about something else. General cues ("Unfall", "Angriff") are understood by what stands
around them; rules of the guidelines then settle what words alone cannot.
"""

from collections import defaultdict
from dataclasses import dataclass

from lagebild.link.what_cues import Hit, hits, rows
from lagebild.model import INCIDENT_TYPES, Document, Figure, IncidentType
from lagebild.vocabulary.incidents import IncidentContext, IncidentCue

_TITLE, _LEAD, _SECOND, _EARLY, _REST = 3.0, 2.0, 0.8, 0.5, 0.15
_EARLY_SENTENCES = 4
_REST_MOST = 4
_BACKGROUND = 0.55
_OCCASION = 0.3  # "bei einer Übung": what happened there is the news
_ENOUGH = 2.0
_ENOUGH_WITH_FIGURES = 1.0
_REPEATED = 0.25
_CONTEXT_ENOUGH = 0.45
_NEARLY_MOST = 0.5
_LEFT_OVER = 0.6  # "accident.other" is what remains where nothing says more
_OF_PROTEST = 0.5  # a protest has a cause in politics: words of politics say little against it
_FRONT = 350
_HARM = frozenset(("killed", "injured", "missing", "casualties"))
_HARM_BONUS = 2.5
_REST_READ = 4000


def _zone(sentence: int) -> float:
    """Return the weight of a sentence of the text by its number."""
    if sentence == 0:
        return _LEAD
    if sentence == 1:
        return _SECOND
    return _EARLY if sentence < _EARLY_SENTENCES else _REST


def _weighed(title: list[Hit], text: list[Hit]) -> list[tuple[Hit, float]]:
    """Return the hits with the weight of their places; a cue said again in the same place adds little."""
    seen: dict[tuple[int, float], int] = defaultdict(int)
    weighed: list[tuple[Hit, float]] = []
    for zone, hit in [(_TITLE, hit) for hit in title] + [(_zone(hit.sentence), hit) for hit in text]:
        seen[hit.row, zone] += 1
        times = seen[hit.row, zone]
        if zone == _REST:
            weight = zone if times <= _REST_MOST else 0.0
        else:
            weight = zone if times == 1 else zone * _REPEATED / (times - 1)
        if hit.background:
            weight *= _BACKGROUND
        weighed.append((hit, weight))
    return weighed


def _contexts(weighed: list[tuple[Hit, float]], language: str) -> dict[str, float]:
    """Return how much the article shows of each context."""
    shown: dict[str, float] = defaultdict(float)
    for hit, weight in weighed:
        row = rows(language)[hit.row]
        if isinstance(row, IncidentContext):
            shown[row.id] += weight * row.weight / (_BACKGROUND if hit.background else 1.0)
    return shown


def _refined(row: IncidentCue, shown: dict[str, float]) -> IncidentType:
    """Return the type that a cue speaks for in these contexts."""
    most = max((shown.get(context, 0.0) for context in row.refine), default=0.0)
    if most < _CONTEXT_ENOUGH:
        return row.type
    return next(type_ for context, type_ in row.refine.items() if shown.get(context, 0.0) >= most * _NEARLY_MOST)


def _in_front(figure: Figure) -> bool:
    """Tell whether a figure stands in the title or where the text begins, and so is about the main incident."""
    return figure.scope == "main" and (figure.evidence.field == "title" or figure.count.start < _FRONT)


def _harmed(figures: tuple[Figure, ...]) -> bool:
    """Tell whether figures in front say that people were hurt or are missing."""
    return any(
        figure.measure in _HARM
        and _in_front(figure)
        and figure.extent != "period"
        and (figure.low or 0) + (figure.high or 0) > 0
        and figure.modality != "denied"
        for figure in figures
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How much speaks for each type and for none; `idle_for_sure` where a decisive cue says there is no incident.

    `shown` is how much the article shows of each context.
    """

    scores: dict[IncidentType, float]
    idle: float
    idle_for_sure: bool
    shown: dict[str, float]

    @property
    def long_ago(self) -> bool:
        """Tell whether the first sentences place what they tell years back."""
        return self.shown.get("long_ago", 0.0) >= _SECOND

    def share(self, type_: IncidentType, of: IncidentType) -> float:
        """Return how much speaks for a type, in parts of what speaks for another."""
        return self.scores.get(type_, 0.0) / self.scores[of]


def tally(title: str, text: str, language: str) -> Tally:
    """Return how much speaks for each type of incident in a title and a text of a language."""
    weighed = _weighed(hits(title, language), hits(text, language))
    shown = _contexts(weighed, language)
    scores: dict[IncidentType, float] = defaultdict(float)
    idle, for_sure = 0.0, False
    for hit, weight in weighed:
        row = rows(language)[hit.row]
        if isinstance(row, IncidentContext):
            continue
        type_ = _refined(row, shown)
        if type_ == "none" and row.refine:
            continue  # the cue needs a context that the article does not show
        if type_ == "none":
            idle += weight * row.weight * (_OCCASION if hit.occasion else 1.0)
            for_sure = for_sure or (row.decisive and weight >= _LEAD and not hit.occasion)
        else:
            scores[type_] += weight * row.weight
    if "accident.other" in scores:
        scores["accident.other"] *= _LEFT_OVER
    return Tally(dict(scores), idle, for_sure, shown)


@dataclass(frozen=True, slots=True)
class Rival:
    """A type that stands for the best one where enough speaks for it too, with or without people hurt in front."""

    best: tuple[IncidentType, ...]
    rival: IncidentType
    share: float
    harm: bool | None = None
    result: IncidentType | None = None


_DEEDS: tuple[IncidentType, ...] = tuple(
    type_ for type_ in INCIDENT_TYPES if type_.startswith("crime.") and type_ not in {"crime.arrest", "crime.trial"}
)
_RIVALS = (
    # Force of the state against a protest is repression.
    Rival(("unrest.protest", "unrest.riot"), "conflict.repression", 0.45),
    Rival(("crime.arrest",), "conflict.repression", 0.5),
    Rival(("conflict.attack",), "conflict.repression", 0.6),
    # Who attacks to take hostages abducts.
    Rival(("conflict.attack",), "crime.abduction", 0.75),
    # What burns at a protest makes it a riot, and where both sides fire it is a battle.
    Rival(("crime.arson",), "unrest.protest", 0.7, result="unrest.riot"),
    Rival(("unrest.protest",), "crime.arson", 0.5, result="unrest.riot"),
    Rival(("conflict.attack",), "conflict.battle", 0.5),
    # Who drowns when a boat meets a storm has an accident at sea.
    Rival(("disaster.storm",), "accident.sea", 0.6),
    # A protest at which people were hurt is a riot, and so is one with riots.
    Rival(("unrest.protest",), "unrest.protest", 1.0, harm=True, result="unrest.riot"),
    Rival(("unrest.protest",), "unrest.riot", 0.5),
    # A fire that was laid is arson.
    Rival(("accident.fire",), "crime.arson", 0.6),
    # Who is convicted of a deed is on trial, whatever the deed.
    Rival(_DEEDS, "crime.trial", 0.5),
    Rival(("crime.arrest",), "crime.trial", 0.9),
    # What fell in because of a strike, an explosion or an earthquake is theirs.
    Rival(("accident.collapse",), "conflict.strike", 0.6),
    Rival(("accident.collapse",), "accident.explosion", 0.6),
    Rival(("accident.collapse",), "disaster.earthquake", 0.5),
    Rival(("accident.road",), "accident.collapse", 0.6),
    # A fire in the woods is a wildfire, whatever else burns.
    Rival(("accident.fire",), "disaster.wildfire", 0.5),
    # An assault or an arrest that someone died of is the deed.
    Rival(("crime.assault",), "crime.killing", 0.6, harm=True),
    Rival(("crime.arrest",), "crime.killing", 0.45, harm=True),
    Rival(("crime.arrest",), "crime.shooting", 0.45, harm=True),
    Rival(("crime.arrest",), "crime.assault", 0.45, harm=True),
)


_BY_CONTEXT: dict[str, IncidentType] = {
    "rail": "accident.rail",
    "road": "accident.road",
    "air": "accident.air",
    "sea": "accident.sea",
    "industrial": "accident.industrial",
    "mine": "accident.industrial",
    "leisure": "accident.other",
    "bomb": "conflict.bombing",
    "air_weapon": "conflict.strike",
    "blade": "crime.assault",
    "political": "conflict.attack",
}


def _settled(best: IncidentType, found: Tally, *, harmed: bool) -> IncidentType:
    """Return the type by the rules of the guidelines where two types compete: the first rule that holds."""
    for rule in _RIVALS:
        if best in rule.best and rule.harm in {None, harmed} and found.share(rule.rival, best) >= rule.share:
            return rule.result or rule.rival
    return best


def _by_context(found: Tally) -> IncidentType:
    """Return the type that contexts alone show where people were hurt and no word says how, "none" if they show none.

    "Drei Tote in einem Reisebus" is an accident of the road.
    """
    if found.idle > _ENOUGH:
        return "none"
    context = max(_BY_CONTEXT, key=lambda name: found.shown.get(name, 0.0))
    return _BY_CONTEXT[context] if found.shown.get(context, 0.0) >= _LEAD else "none"


def incident_type(document: Document, figures: tuple[Figure, ...]) -> IncidentType:
    """Return the type of the article's main incident, "none" where the article reports no incident.

    `figures` need no scope yet: those in the title and where the text begins count as the main incident's.
    """
    article = document.article
    found = tally(article.title, article.text[:_REST_READ], article.language)
    harmed = _harmed(figures)
    if found.idle_for_sure:
        return "none"
    if not found.scores:
        return _by_context(found) if harmed else "none"
    best = max(found.scores, key=lambda type_: found.scores[type_])
    enough = _ENOUGH_WITH_FIGURES if any(_in_front(figure) for figure in figures) else _ENOUGH
    idle = found.idle * (_OF_PROTEST if best == "unrest.protest" else 1.0)
    if found.scores[best] < enough and harmed:
        return _by_context(found)
    if found.scores[best] < enough or idle > found.scores[best] + (_HARM_BONUS if harmed else 0.0):
        return "none"
    return _settled(best, found, harmed=harmed and not found.long_ago)


def told_type(text: str, language: str, *, harmed: bool) -> IncidentType:
    """Return the type of an incident that is told in these sentences alone, "none" where they do not say.

    `harmed` tells that people were hurt in it, or are missing.
    """
    found = tally("", text[:_REST_READ], language)
    if not found.scores:
        return _by_context(found) if harmed else "none"
    best = max(found.scores, key=lambda type_: found.scores[type_])
    return _settled(best, found, harmed=harmed) if found.scores[best] >= _ENOUGH_WITH_FIGURES else "none"
