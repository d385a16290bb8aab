"""Merged incidents built by hand: a ferry with three reports, two of them one text, and a fire that mentions it."""

from dataclasses import replace

from lagebild.model import (
    Actor,
    Article,
    Box,
    BoxPlace,
    Conflict,
    Estimate,
    Event,
    EventObject,
    Feature,
    Figure,
    Judgement,
    Mention,
    MergedIncident,
    Origin,
    OriginEdge,
    OriginNode,
    PersonName,
    Record,
    Side,
    Statement,
    Step,
    Time,
    Version,
)
from tests import builders
from tests.builders import figure, record, source, span

UPDATE = """Korsu – Nach dem Fährunglück vor Korsu ist die Zahl der Toten auf 17 gestiegen, teilte die Polizei am \
Montag mit. Augenzeugen sprechen von 25 Toten. „Plötzlich war überall Wasser“, sagte Maria Kowalska, die sich auf ein \
Floß rettete. Der mutmaßlich betrunkene Kapitän wurde festgenommen, sagte Staatsanwältin Petra Holm.
Die Regierung in Oslo entsandte am Sonntag 200 Soldaten nach Korsu. Kowalskas Bruder wird noch gesucht."""
FIRE = """TAVIK – Two people died in a fire in Tavik, police said. The town is still mourning the ferry off Korsu, \
where at least 14 people drowned on Saturday."""


def person(of: Article, quote: str, name: str, *, public: bool = False) -> PersonName:
    """Return the first place of a name in a text."""
    where = span(of, quote)
    return PersonName(where.field, where.start, where.end, quote, name, public, "office" if public else "no_role")


def statement(of: Article, key: str, quote: str, speaker: str, **changes: object) -> Statement:
    """Return a statement whose evidence runs from its words to its speaker."""
    said, who = span(of, quote), span(of, speaker)
    evidence = of.span("text", min(said.start, who.start), max(said.end, who.end))
    made = Statement(key, "direct", (said,), (span(of, "sagte"),), (who,), speaker, evidence, "test", 0.9)
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests' own values


def ferry() -> Record:
    """Return the first report, its claims' ids made its own."""
    return renamed(builders.ferry(), "a")


def renamed(of: Record, key: str, **changes: object) -> Record:
    """Return a record whose claims have ids of their own, with its article changed."""
    new = {claim.id: f"{key}-{claim.id}" for claim in of.claims}
    claims = tuple(replace(claim, id=new[claim.id]) for claim in of.claims)
    relations = tuple(replace(each, origin=new[each.origin], target=new[each.target]) for each in of.relations)
    box = of.box
    counts = {
        name: replace(count, claims=tuple(new[claim] for claim in count.claims))
        for name in ("killed", "injured", "missing")
        if (count := getattr(box, name))
    }
    article = replace(of.article, **changes)  # type: ignore[arg-type]  # the tests' own values
    box = replace(box, sources=(), **counts)
    return replace(of, article=article, claims=claims, relations=relations, box=box)


def copy() -> Record:
    """Return a later report with the text of the first."""
    changes = {"id": "copy.txt", "title": "Fähre gesunken: 14 Tote", "publisher": "Südwort"}
    made = renamed(builders.ferry(), "b", published="2026-03-01T08:30:00+01:00", url=None, **changes)
    return replace(made, claims=tuple(claim for claim in made.claims if claim.evidence.field == "text"))


def update() -> Record:
    """Return the report of the day after: more dead, a witness by name, an arrest, soldiers sent."""
    of = builders.article(
        id="update.txt",
        title="Korsu: 17 Tote nach Fährunglück",
        text=UPDATE,
        publisher="Küstenblick",
        published="2026-03-02T10:00:00+01:00",
        url="https://kuestenblick.example/2",
        agencies=(),
    )
    police = source(of, "die Polizei", "Polizei", kind="police")
    saved = source(of, "Augenzeugen", "Augenzeugen", kind="witness")
    dead = figure(
        of, "killed", "ist die Zahl der Toten auf 17 gestiegen", "17", 17, sources=(police,), id="c-killed-17"
    )
    more = figure(of, "killed", "Augenzeugen sprechen von 25 Toten", "25", 25, sources=(saved,), id="c-killed-25")
    claims: tuple[Figure | Statement | Event, ...] = (
        dead,
        more,
        statement(of, "c-water", "Plötzlich war überall Wasser", "Maria Kowalska"),
        statement(
            of,
            "c-drunk",
            "Der mutmaßlich betrunkene Kapitän wurde festgenommen",
            "Staatsanwältin Petra Holm",
            speaker_name="Petra Holm",
            form="indirect",
        ),
        _deployment(of),
    )
    day = span(of, "am Sonntag")
    persons = (
        person(of, "Maria Kowalska", "Maria Kowalska"),
        person(of, "Kowalskas", "Maria Kowalska"),
        person(of, "Petra Holm", "Petra Holm", public=True),
    )
    times = (Time("text", day.start, day.end, day.quote, "DATE", "2026-03-01", "day"),)
    return record(of, *claims, times=times, persons=persons)


def _deployment(of: Article) -> Event:
    trigger, who, what = span(of, "entsandte"), span(of, "Die Regierung in Oslo"), span(of, "200 Soldaten")
    return Event(
        "c-sent",
        "conflict.deployment",
        trigger,
        "done",
        of.span("text", who.start, what.end),
        "test",
        0.8,
        actors=(Actor("agent", who, "Regierung in Oslo", "NO", "GOV"),),
        objects=(EventObject("Soldaten", 200, 200, "exact", what),),
        time=span(of, "am Sonntag"),
    )


def fire() -> Record:
    """Return the report of a fire that mentions the ferry."""
    of = builders.article(
        id="fire.txt",
        title="Two dead in Tavik fire",
        text=FIRE,
        language="en",
        publisher="Harbour Echo",
        published="2026-03-03T09:00:00+00:00",
        url="https://echo.example/fire",
        agencies=(),
    )
    police = source(of, "police", "police", kind="police")
    dead = figure(of, "killed", "Two people died", "Two", 2, sources=(police,), id="d-killed-2")
    ferry_dead = figure(of, "killed", "at least 14 people drowned", "at least 14", 14, scope="other", id="d-killed-14")
    box = Box("accident.fire", BoxPlace("Tavik", "FI", 60.1, 21.2), "FI", "2026-03-02", killed=builders.boxed(dead))
    return record(of, dead, ferry_dead, box=box)


def records() -> tuple[Record, ...]:
    """Return the four reports in the order of publication."""
    return (ferry(), copy(), update(), fire())


def version(key: str, of: Record, claims: tuple[str, ...], source_name: str | None, **changes: object) -> Version:
    """Return a figure of the history that says what its first claim says."""
    first = next(claim for claim in of.figures if claim.id == claims[0])
    made = Version(
        id=key,
        measure=first.measure,
        group=first.group,
        low=first.low,
        high=first.high,
        qualifier=first.qualifier,
        modality=first.modality,
        source=source_name,
        source_kind=first.sources[0].kind if first.sources else None,
        party=False,
        origin=f"speaker:{source_name}" if source_name else "abc",
        origin_report=of.article.id,
        since=of.article.published or "",
        as_of=None,
        claims=claims,
        reports=(of.article.id,),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests' own values


def history() -> tuple[Version, ...]:
    """Return the ferry's figures: 14, then 17 by the police, 25 by survivors; injured, missing, children."""
    first, later = ferry(), update()
    both: dict[str, object] = {"reports": ("ferry.txt", "copy.txt")}
    return (
        version(
            "v1",
            first,
            ("a-killed-mindestens-14", "b-killed-mindestens-14"),
            "Küstenwache",
            standing="superseded",
            **both,
        ),
        version("v2", first, ("a-killed-drei", "b-killed-drei"), "Küstenwache", standing="part", **both),
        version("v3", first, ("a-injured-Rund-40", "b-injured-Rund-40"), "Klinikum Nordbucht", **both),
        version("v4", first, ("a-missing-neun", "b-missing-neun"), "Reederei", **both),
        version("v5", later, ("c-killed-17",), "Polizei", change="supersedes", before="v1", official=True),
        version("v6", later, ("c-killed-25",), "Augenzeugen", change="stands_beside", before="v5"),
    )


def capsizing(**changes: object) -> MergedIncident:
    """Return the ferry over its three reports."""
    police = Side("Polizei", "police", 17, 17, "exact", ("v5",))
    saved = Side("Augenzeugen", "witness", 25, 25, "exact", ("v6",))
    official = Step("latest.official", ("17", "Polizei"))
    place = Feature("place", 2.0, "place.same", ("Korsu",))
    first, second, third = Mention("ferry.txt"), Mention("copy.txt"), Mention("update.txt")
    made = MergedIncident(
        id="ferry",
        type="accident.sea",
        place=BoxPlace("Korsu", "FI", 60.5, 21.5),
        country="FI",
        date="2026-02-28",
        until=None,
        reports=("ferry.txt", "copy.txt", "update.txt"),
        also_in=("fire.txt",),
        mentions=(first, second, third, Mention("fire.txt", "i2")),
        judgements=(
            Judgement(first, third, same=True, score=4.0, features=(place,)),
            Judgement(first, second, same=True, by="Redaktion", at="2026-03-05", note="gleicher Text"),
        ),
        review=(Judgement(third, Mention("fire.txt"), same=None, score=0.1),),
        origins=(
            Origin("abc", "abc", "agency", "ferry.txt", ("ferry.txt", "copy.txt")),
            Origin("update", "Küstenblick", "media", "update.txt", ("update.txt",)),
        ),
        nodes=(OriginNode("ferry.txt", "Nordblatt", "report"), OriginNode("abc", "abc", "agency")),
        edges=(OriginEdge("copy.txt", "ferry.txt", "copy", 0.97, "copy.txt"),),
        history=history(),
        estimates=(
            Estimate("killed", (), "latest", 17, 17, "exact", None, 2, ("v5",), (official,)),
            Estimate("killed", (), "span", 17, 25, "range", None, 2, ("v5", "v6")),
            Estimate("killed", (), "ucdp", 17, 25, "range", 17, 2, ("v5", "v6")),
            Estimate("killed", ("child",), "latest", 3, 3, "exact", None, 1, ("v2",)),
            Estimate("injured", (), "latest", 40, 40, "about", None, 1, ("v3",)),
            Estimate("missing", (), "latest", 9, 9, "exact", None, 1, ("v4",)),
        ),
        conflicts=(Conflict("killed", (), (police, saved), "2026-03-02T10:00:00+01:00"),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests' own values


def burning(**changes: object) -> MergedIncident:
    """Return the fire, of which one report tells."""
    made = MergedIncident(
        id="fire",
        type="accident.fire",
        place=BoxPlace("Tavik", "FI", 60.1, 21.2),
        country="FI",
        date="2026-03-02",
        until=None,
        reports=("fire.txt",),
        also_in=(),
        mentions=(Mention("fire.txt"),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests' own values


def incidents() -> tuple[MergedIncident, ...]:
    """Return both incidents, by day."""
    return (capsizing(), burning())
