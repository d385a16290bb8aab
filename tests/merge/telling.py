"""Reports of one incident built by hand, a sentence a figure, and what reconciling makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lagebild.merge.origins import origins
from lagebild.merge.reconcile import Reconciled, reconciled
from lagebild.model import (
    Article,
    Box,
    BoxCount,
    Estimate,
    Figure,
    Group,
    Incident,
    IncidentTime,
    IncidentType,
    MadeBy,
    Measure,
    Mention,
    Record,
    Relation,
    Source,
    SourceKind,
    Version,
)

DAY = "2026-03-01"


@dataclass(frozen=True, slots=True)
class Says:
    """A figure, the sentence that gives it and who says so: "Polizei/police"; "/denies" marks who denies it."""

    measure: Measure
    low: int | None
    sentence: str
    source: str = ""
    changes: tuple[tuple[str, object], ...] = ()


def says(measure: Measure, low: int | None, sentence: str, source: str = "", **changes: object) -> Says:
    """Return a figure of a report."""
    return Says(measure, low, sentence, source, tuple(changes.items()))


def report(
    name: str,
    at: str,
    *told: Says,
    kind: IncidentType = "accident.fire",
    country: str = "DE",
    relations: Sequence[tuple[str, int, int]] = (),
    chosen: Sequence[int] = (),
) -> Record:
    """Return the record of a report published at "1 08:00", a day and an hour; its name begins with its language.

    `chosen` are the figures that its total rests on.
    """
    day, hour = at.split()
    text = " ".join(each.sentence for each in told)
    language = "en" if name.startswith("en") else "de"
    article = Article(
        id=name,
        title="",
        text=text,
        language=language,
        publisher=name,
        published=f"2026-03-{int(day):02}T{hour}:00+00:00",
    )
    figures = tuple(_figure(article, each, n) for n, each in enumerate(told))
    incident = Incident("i1", main=True, parent=None, type=kind, place=None, time=IncidentTime(DAY, DAY, "day"))
    for figure in (figures[n] for n in chosen):
        total = BoxCount(figure.low, figure.high, figure.qualifier, figure.modality, None, None, {}, (figure.id,))
        incident = replace(incident, **{str(figure.measure): total})  # type: ignore[arg-type]  # a field of it
    return Record(
        article=article,
        made_by=MadeBy("0", "test", ""),
        claims=figures,
        relations=tuple(Relation(of, figures[one].id, figures[two].id) for of, one, two in relations),  # type: ignore[arg-type]  # of the model
        incidents=(incident,),
        box=Box(type=kind, country=country),
    )


def _figure(article: Article, told: Says, n: int) -> Figure:
    start = article.text.index(told.sentence)
    span = article.span("text", start, start + len(told.sentence))
    made = Figure(
        id=f"{article.id}-{n}",
        measure=told.measure,
        low=told.low,
        high=told.low,
        qualifier="exact",
        modality="stated",
        evidence=span,
        count=article.span("text", start, start + len(told.sentence.split()[0])),
        rule="test",
        score=0.9,
        incident="i1",
        as_of=(article.published or "")[:10],
        sources=tuple(_source(each) for each in told.source.split(";") if each),
    )
    return replace(made, **dict(told.changes))  # type: ignore[arg-type]  # the tests' own values


def _source(told: str) -> Source:
    name, kind, *more = told.split("/")
    stance = next((each for each in more if each in {"denies", "confirms"}), "asserts")
    role = "via" if "via" in more else "origin"
    return Source(name, "text", 0, len(name), name, name, _kind(kind), role, stance, "party" in more)  # type: ignore[arg-type]  # of the model


def _kind(kind: str) -> SourceKind:
    return kind  # type: ignore[return-value]  # the tests' own values


def made_of(*records: Record) -> Reconciled:
    """Return what these reports say together."""
    mentions = [Mention(record.article.id) for record in records]
    return reconciled(mentions, {record.article.id: record for record in records}, origins(records))


def latest(of: Reconciled, measure: Measure, *group: Group) -> tuple[int | None, int | None] | None:
    """Return the latest low and high of a measure and group."""
    found = estimate(of, measure, "latest", *group)
    return (found.low, found.high) if found is not None else None


def estimate(of: Reconciled, measure: Measure, policy: str, *group: Group) -> Estimate | None:
    """Return what a policy makes of a measure and group."""
    return next(
        (each for each in of.estimates if (each.measure, each.policy, each.group) == (measure, policy, group)), None
    )


def version(of: Reconciled, measure: Measure, low: int | None, source: str | None = "?") -> Version:
    """Return the last version with this number, by this source where one is given."""
    return [each for each in of.history if (each.measure, each.low) == (measure, low) and source in {"?", each.source}][
        -1
    ]


def sides(of: Reconciled) -> list[list[str]]:
    """Return who contradicts whom, a list a conflict."""
    return [[side.name for side in conflict.sides] for conflict in of.conflicts]
