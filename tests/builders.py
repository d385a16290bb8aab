"""Records built by hand, from sentences of our own."""

from dataclasses import replace

from lagebild.model import (
    Article,
    Box,
    BoxCount,
    BoxPlace,
    BoxSource,
    Event,
    Figure,
    MadeBy,
    Measure,
    Place,
    Record,
    Relation,
    Source,
    Span,
    StatedCell,
    Statement,
    Time,
)

TITLE = "Fähre vor Korsu gekentert: mindestens 14 Tote"
TEXT = """Korsu (abc) - Vor der Hafenstadt Korsu ist am Samstag eine Fähre gekentert. Nach Angaben der Küstenwache \
kamen mindestens 14 Menschen ums Leben, darunter drei Kinder. Rund 40 Fahrgäste wurden verletzt, sagte ein \
Sprecher des Klinikums Nordbucht.
Die Abendpost berichtete unter Berufung auf die Reederei, vermutlich würden noch neun Menschen vermisst.

An der Küste sind in diesem Jahr schon 52 Menschen ertrunken. Bei einem Unglück im Vorjahr starben 7 Menschen <ohne \
Weste> & Boot."""


def article(**changes: object) -> Article:
    """Return the invented report of a ferry."""
    made = Article(
        id="ferry.txt",
        title=TITLE,
        text=TEXT,
        language="de",
        publisher="Nordblatt",
        published="2026-03-01T08:00:00+01:00",
        url="https://nordblatt.example/faehre?a=1&b=2",
        agencies=("abc",),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests' own values


def span(of: Article, quote: str, *, field: str = "text") -> Span:
    """Return the span of the first place where the quote stands."""
    name = "title" if field == "title" else "text"
    start = of[name].index(quote)  # type: ignore[index]  # one of the two names
    return of.span(name, start, start + len(quote))  # type: ignore[arg-type]  # one of the two names


def source(of: Article, quote: str, name: str, **changes: object) -> Source:
    """Return a source of the text with its name and kind."""
    where = span(of, quote)
    made = Source(quote, where.field, where.start, where.end, quote, name=name)
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests' own values


def figure(of: Article, measure: Measure, evidence: str, count: str, low: int | None, **changes: object) -> Figure:
    """Return a figure with its evidence and count found in the article; its id is the measure and the count."""
    field = "title" if evidence in of.title else "text"
    where = span(of, evidence, field=field)
    start = where.start + evidence.index(count)
    made = Figure(
        id=f"{measure}-{count.replace(' ', '-')}",
        measure=measure,
        low=low,
        high=low,
        qualifier="exact",
        modality="stated",
        evidence=where,
        count=of.span(where.field, start, start + len(count)),
        rule="test",
        score=0.9,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests' own values


def boxed(made: Figure, **changes: object) -> BoxCount:
    """Return the box's total that rests on this figure."""
    count = BoxCount(made.low, made.high, made.qualifier, made.modality, None, None, {}, (made.id,))
    return replace(count, **changes)  # type: ignore[arg-type]  # the tests' own values


def ferry() -> Record:
    """Return the record of the ferry report: a box, a part under its total, a period, another incident."""
    of = article()
    guard = source(of, "der Küstenwache", "Küstenwache", kind="government")
    clinic = source(of, "ein Sprecher des Klinikums Nordbucht", "Klinikum Nordbucht", kind="hospital")
    line = source(of, "die Reederei", "Reederei", kind="company")
    paper = source(of, "Die Abendpost", "Abendpost", kind="media", role="via")
    deaths = "kamen mindestens 14 Menschen ums Leben, darunter drei Kinder"
    killed = figure(of, "killed", deaths, "mindestens 14", 14, high=None, qualifier="at_least", sources=(guard,))
    part = figure(of, "killed", deaths, "drei", 3, extent="part", group=("child",), sources=(guard,))
    hurt = figure(
        of, "injured", "Rund 40 Fahrgäste wurden verletzt", "Rund 40", 40, qualifier="about", sources=(clinic,)
    )
    lost = figure(
        of,
        "missing",
        "vermutlich würden noch neun Menschen vermisst",
        "neun",
        9,
        modality="uncertain",
        sources=(line, paper),
    )
    year = figure(of, "killed", "in diesem Jahr schon 52 Menschen ertrunken", "52", 52, extent="period")
    before = figure(of, "killed", "im Vorjahr starben 7 Menschen <ohne Weste> & Boot", "7", 7, scope="other")
    town = span(of, "Korsu", field="text")
    day = span(of, "am Samstag")
    return Record(
        article=of,
        made_by=MadeBy("0.1.0", "test", "sha256:0"),
        claims=(killed, part, hurt, lost, year, before),
        relations=(Relation("part_of", part.id, killed.id),),
        times=(Time(day.field, day.start, day.end, day.quote, "DATE", "2026-02-28", "day"),),
        places=(Place("text", town.start, town.end, "Korsu", "Korsu", "FI", None, None, None, None, "town"),),
        box=Box(
            type="accident.sea",
            place=BoxPlace("Korsu", "FI"),
            country="FI",
            date="2026-02-28",
            killed=boxed(killed, by_group={"child": 3}),
            injured=boxed(hurt),
            missing=boxed(lost),
            sources=(
                BoxSource("Küstenwache", "government", (killed.id,)),
                BoxSource("Klinikum Nordbucht", "hospital", (hurt.id,)),
                BoxSource("Reederei", "company", (lost.id,)),
            ),
        ),
    )


def boxed_article(text: str, cells: dict[str, str], *, title: str = "Unglück vor Korsu", **changes: object) -> Article:
    """Return an article whose text ends with a fact box of these labels and values."""
    whole, stated = f"{text}\n\nDetails", []
    for label, value in cells.items():
        whole += f"\n{label} | {value}"
        start = len(whole) - len(value) if value else len(whole) - len(label) - 3
        stated.append((label, value, start))
    made = article(title=title, text=whole, agencies=(), **changes)
    box = [StatedCell(label, value, made.span("text", at, at + len(value or label))) for label, value, at in stated]
    return replace(made, stated_box=tuple(box))


def record(of: Article, *claims: Figure | Statement | Event, box: Box | None = None, **changes: object) -> Record:
    """Return a record with these claims; without a box, each measure's first total of the incident makes it."""
    made = Record(of, MadeBy("0.1.0", "test", "sha256:0"), claims=claims, box=box or _box(claims))
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests' own values


def _box(claims: tuple[Figure | Statement | Event, ...]) -> Box:
    totals: dict[str, BoxCount] = {}
    for claim in claims:
        if isinstance(claim, Figure) and _is_total(claim):
            totals.setdefault(claim.measure, boxed(claim))
    return Box(**totals)  # type: ignore[arg-type]  # the four counts by name


def _is_total(claim: Figure) -> bool:
    counted = claim.measure in {"killed", "injured", "missing", "casualties"}
    return counted and claim.scope == "main" and claim.extent == "incident" and claim.modality != "denied"
