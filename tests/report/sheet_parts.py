"""The parts of the hand-built incident that the dossiers of `sheets` show; all invented."""

from dataclasses import dataclass, replace

from lagebild.report.dossier_content import (
    Cited,
    ConflictPart,
    Headline,
    Moment,
    OriginPart,
    Row,
    SidePart,
)
from lagebild.vocabulary.labels import Language


def pick(language: Language, de: str, en: str) -> str:
    """Return the wording of a language."""
    return de if language == "de" else en


def cited(quote: str, number: str, speaker: str, report: int, **more: object) -> Cited:
    """Return a sentence of a report; its claim is named by the report and the number."""
    start = quote.index(number) if number else 0
    made = Cited(quote, speaker, report, "de", start, start + len(number), claim=f"{report}-{number or 'x'}")
    return replace(made, **more)  # type: ignore[arg-type]  # the tests' own values


@dataclass(frozen=True, slots=True)
class Said:
    """The sentences that the parts of an incident share, and who says them."""

    say: Language
    guard: str
    rebels: str
    first: Cited
    english: Cited
    claim: Cited


def said(say: Language) -> Said:
    """Return the sentences in a language."""
    guard, rebels = (
        pick(say, "Küstenwache", "coast guard"),
        pick(say, "Rebellen der Nordfront", "Northern Front rebels"),
    )
    first = cited("Mindestens 3 Menschen starben, als die Fähre kenterte.", "3", guard, 1, also=(2,))
    english = cited("“We have recovered 14 bodies,” the coast guard said.", "14", guard, 3, language="en")
    quote = "Rund 40 Soldaten seien getötet worden, erklärten die Rebellen."
    marks = (pick(say, "nicht bestätigt", "unconfirmed"),)
    claim = cited(quote, "Rund 40", rebels, 4, certainty="uncertain", marks=marks)
    return Said(say, guard, rebels, first, english, claim)


def headlines(of: Said) -> tuple[Headline, ...]:
    """Return the key figures."""
    return (
        Headline(
            "killed",
            pick(of.say, "Tote", "killed"),
            pick(of.say, "mindestens 14", "at least 14"),
            known=True,
            low=14,
            basis=pick(
                of.say,
                "Küstenwache, 15. März, bestätigt von der Polizei",
                "coast of.guard, 15 March, confirmed by the police",
            ),
            span=pick(of.say, "Angaben von 3 bis 40", "claims from 3 to 40"),
            policy="latest",
            trace=("A.", "B."),
            cited=(of.english,),
        ),
        Headline(
            "injured",
            pick(of.say, "Verletzte", "injured"),
            "11.000" if of.say == "de" else "11,000",
            known=True,
            low=11000,
            high=11000,
            cited=(of.first,),
        ),
        Headline("missing", pick(of.say, "Vermisste", "missing"), pick(of.say, "Dutzende", "dozens"), known=True),
        Headline(
            "casualties",
            pick(of.say, "nicht getrennt", "not told apart"),
            pick(of.say, "keine Angabe", "not stated"),
            known=False,
        ),
    )


def box(of: Said) -> tuple[Row, ...]:
    """Return the fact box."""
    return (
        Row("type", pick(of.say, "Vorfall", "Incident"), pick(of.say, "Schiffsunglück", "accident at sea")),
        Row("place", pick(of.say, "Ort", "Place"), "Korsu, Finnland"),
        Row("date", pick(of.say, "Datum", "Date"), pick(of.say, "14. März 2026", "14 March 2026"), cited=(of.first,)),
        Row(
            "killed",
            pick(of.say, "Tote", "Killed"),
            pick(of.say, "mindestens 14", "at least 14"),
            cited=(of.english,),
            remarks=("Stand 15. März",),
        ),
        Row("missing", pick(of.say, "Vermisste", "Missing"), pick(of.say, "keine Angabe", "not stated"), known=False),
        Row("sources", pick(of.say, "Quellen", "Sources"), "Küstenwache"),
    )


def conflicts(of: Said) -> tuple[ConflictPart, ...]:
    """Return a conflict of two sides."""
    return (
        ConflictPart(
            "killed",
            pick(of.say, "Tote", "killed"),
            pick(
                of.say,
                "Die Küstenwache nennt 14 Tote, die Rebellen der Nordfront rund 40.",
                "The coast of.guard says 14 were killed, the Northern Front of.rebels about 40.",
            ),
            (
                SidePart(
                    of.guard,
                    pick(of.say, "Behörde", "government"),
                    "14",
                    party=False,
                    reports=(3,),
                    cited=(of.english,),
                ),
                SidePart(
                    of.rebels,
                    pick(of.say, "bewaffnete Gruppe", "armed group"),
                    pick(of.say, "rund 40", "about 40"),
                    party=True,
                    reports=(4,),
                    cited=(of.claim,),
                ),
            ),
            since="2026-03-16",
        ),
    )


def corrections(of: Said) -> tuple[Moment, ...]:
    """Return a correction."""
    return (
        Moment(
            "2026-03-15T08:30:00+02:00",
            pick(of.say, "15. März 2026", "15 March 2026"),
            "8:30",
            "correction",
            f"{of.guard}: 14",
            reports=(3,),
        ),
    )


def timeline(of: Said) -> tuple[Moment, ...]:
    """Return three days."""
    return (
        Moment(
            "2026-03-14",
            pick(of.say, "14. März 2026", "14 March 2026"),
            "",
            "incident",
            pick(of.say, "Die Fähre kentert.", "The ferry capsizes."),
            cited=(of.first,),
        ),
        Moment(
            "2026-03-14T21:12:00+02:00",
            pick(of.say, "14. März 2026", "14 March 2026"),
            "21:12",
            "figure",
            f"{of.guard}: 3",
            reports=(1,),
        ),
        Moment(
            "2026-03-15T08:30:00+02:00",
            pick(of.say, "15. März 2026", "15 March 2026"),
            "8:30",
            "correction",
            f"{of.guard}: 14",
            reports=(3,),
        ),
    )


def origins(of: Said) -> tuple[OriginPart, ...]:
    """Return two origins."""
    return (
        OriginPart(
            "o1",
            of.guard,
            pick(of.say, "Behörde", "government"),
            (1, 2, 3),
            (
                Row(
                    "killed",
                    pick(of.say, "Tote", "killed"),
                    pick(of.say, "mindestens 3", "at least 3"),
                    cited=(of.first,),
                ),
                Row("killed", pick(of.say, "Tote", "killed"), "14", cited=(of.english,), depth=1),
            ),
            taken=(pick(of.say, "Südblatt [2] hat 94 % dieses Textes", "Südblatt [2] has 94% of this text"),),
        ),
        OriginPart(
            "o2",
            of.rebels,
            pick(of.say, "bewaffnete Gruppe", "armed group"),
            (4,),
            (
                Row(
                    "killed",
                    pick(of.say, "Tote", "killed"),
                    pick(of.say, "rund 40", "about 40"),
                    cited=(of.claim,),
                    certainty="uncertain",
                ),
            ),
            party=True,
        ),
    )
