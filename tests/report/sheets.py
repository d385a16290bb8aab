"""Dossiers built by hand, with all that a page can show; towns, outlets and sentences are invented."""

from dataclasses import replace

from lagebild.report.dossier_content import (
    Dossier,
    Figures,
    IncidentPart,
    Movement,
    Pair,
    Party,
    Piece,
    ReportPart,
    Row,
    Speaker,
    Spot,
    Told,
)
from lagebild.vocabulary.labels import Language
from tests.report.sheet_parts import Said, box, cited, conflicts, corrections, headlines, origins, pick, said, timeline
from tests.report.sheet_series import series


def _reports(language: Language) -> tuple[ReportPart, ...]:
    rows = (
        ("Nordblatt", "Fähre vor Korsu gekentert: mindestens 3 Tote", "2026-03-14T21:12:00+02:00", ("dpa",), "de"),
        ("Südblatt", "Drei Tote bei Fährunglück", "2026-03-14T21:40:00+01:00", ("dpa",), "de"),
        ("Korsu Times", "Ferry toll rises to 14 as “dozens” still missing", "2026-03-15T08:30:00+02:00", (), "en"),
        ("Abendpost", "Streit über Zahl der Opfer", "2026-03-16T06:05:00+01:00", ("AFP", "Reuters"), "de"),
    )
    made = []
    for number, (outlet, title, at, agencies, spoken) in enumerate(rows, start=1):
        when = pick(language, f"{at[8:10]}. März 2026, {at[11:16]} Uhr", f"{at[8:10]} March 2026, {at[11:16]}")
        made.append(
            ReportPart(
                number=number,
                id=f"r-{number}",
                key=f"r{number}",
                title=title,
                outlet=outlet,
                published=at,
                when=when,
                url=f"https://{outlet.split()[0].lower()}.example/2026/03/{number}?a=1&b=<2>" if number < 4 else "",
                language=spoken,
                line=f"{outlet}: {title}, {when}",
                agencies=agencies,
                copied=pick(language, "94 % des Textes wie [1] (dpa)", "94% of the text as in [1] (dpa)")
                if number == 2
                else "",
                box=(Row("killed", pick(language, "Tote", "killed"), pick(language, "mindestens 3", "at least 3")),),
            )
        )
    return tuple(made)


def _movements(of: Said) -> tuple[Movement, ...]:
    return (
        Movement(
            "arms",
            pick(of.say, "Waffenlieferung", "arms delivery"),
            pick(of.say, "angekündigt", "announced"),
            "Nordland",
            "Südland",
            ("Panzerhaubitzen", "3 Panzer"),
            "",
            (of.claim,),
        ),
    )


def _background(of: Said) -> tuple[Figures, ...]:
    return (
        Figures(
            "period",
            pick(of.say, "Über einen Zeitraum", "Over a period"),
            (
                Row(
                    "killed",
                    pick(of.say, "Tote", "killed"),
                    "52",
                    cited=(cited("In diesem Jahr ertranken 52 Menschen.", "52", "", 1),),
                ),
            ),
        ),
    )


def incident(language: Language, number: int = 1) -> IncidentPart:
    """Return an incident with every part."""
    of, say = said(language), language
    first, english, claim = of.first, of.english, of.claim
    return IncidentPart(
        key=f"v{number}",
        id=f"incident-{number}",
        title=pick(say, "Schiffsunglück, Korsu, 14. März 2026", "accident at sea, Korsu, 14 March 2026"),
        lead=pick(
            say,
            "Vor Korsu ist eine Fähre gekentert; die Zahl der Toten ist strittig.",
            "A ferry capsized off Korsu; the death toll is disputed.",
        ),
        type=pick(say, "Schiffsunglück", "accident at sea"),
        place="Korsu",
        day=pick(say, "14. März 2026", "14 March 2026"),
        date="2026-03-14",
        reports=(1, 2, 3),
        also_in=(4,),
        headlines=headlines(of),
        box=box(of),
        sources=("Küstenwache (Behörde)", "Polizei Korsu (Polizei)", "Rebellen der Nordfront (bewaffnete Gruppe)"),
        series=series(say),
        conflicts=conflicts(of),
        corrections=corrections(of),
        timeline=timeline(of),
        told=(Told("what", pick(say, "Hergang", "What happened"), (first, english, claim)),),
        origins=origins(of),
        speakers=(Speaker("Mika Laine", pick(say, "Küstenwache", "coast guard"), (english, first)),),
        parties=(Party("Nordfront", (pick(say, "greift an", "attacks"),), "Finnland", "Rebellen", (claim,)),),
        movements=_movements(of),
        background=_background(of),
        spots=(
            Spot("Korsu", "Finnland", 60.4, 25.1, scene=True, precision="town", reach="town"),
            Spot("Nordbucht", "Finnland", 60.9, 26.0, scene=False, precision="town", reach="town"),
        ),
        pairs=(Pair(1, 2, pick(say, "ein Vorfall", "one incident"), same=True, reasons=("A", "B")),),
        review=(Pair(1, 4, pick(say, "offen", "open"), same=None, reasons=("C",)),),
    )


def dossier(language: Language = "de", incidents: int = 1, *, texts: bool = False) -> Dossier:
    """Return a dossier of as many incidents, all of the same four reports; of several, one more is only mentioned."""
    parts = tuple(incident(language, number) for number in range(1, incidents + 1))
    if incidents > 1:
        parts = (*parts, replace(incident(language, incidents + 1), reports=(), also_in=(4,)))
    reports = _reports(language)
    if texts:
        pieces = (
            Piece("Die Fähre sank. "),
            Piece("Mindestens ", ("1-3",)),
            Piece("3", ("1-3",), count=True),
            Piece(" Menschen starben.", ("1-3",)),
        )
        reports = tuple(replace(report, head=(Piece(report.title),), paragraphs=(pieces,)) for report in reports)
    title = (
        parts[0].title
        if incidents == 1
        else pick(language, f"Dossier: {incidents} Vorfälle", f"Dossier: {incidents} incidents")
    )
    made_by = pick(
        language,
        "Erstellt mit Lagebild; maschinell gelesen, vor Gebrauch prüfen.",
        "Made by Lagebild; read by a machine, check before use.",
    )
    return Dossier(
        language, title, pick(language, "aus 4 Meldungen", "from 4 reports"), parts, reports, made_by, texts=texts
    )
