"""The histories of the hand-built incident: every kind of wording, in one picture."""

from dataclasses import replace

from lagebild.report.dossier_content import Point, Series
from lagebild.vocabulary.labels import Language
from tests.report.sheet_parts import cited, pick


def _point(of: str, report: int, numbers: tuple[int | None, int | None], source: str, **more: object) -> Point:
    at = (
        "2026-03-14T21:12:00+02:00",
        "2026-03-14T21:40:00+01:00",
        "2026-03-15T08:30:00+02:00",
        "2026-03-16T06:05:00+01:00",
    )[report - 1]
    low, high = numbers
    value = "–".join(str(end) for end in dict.fromkeys(numbers) if end is not None)
    made = Point(
        of=of, at=at, when=at[:16].replace("T", ", "), low=low, high=high, value=value, source=source, reports=(report,)
    )
    return replace(made, **more)  # type: ignore[arg-type]  # the tests' own values


def _deaths(language: Language) -> tuple[Point, ...]:
    guard, police = pick(language, "Küstenwache", "coast guard"), pick(language, "Polizei Korsu", "Korsu police")
    rebels = pick(language, "Rebellen der Nordfront", "Northern Front rebels")
    return (
        _point(
            "k1",
            1,
            (3, None),
            guard,
            qualifier="at_least",
            value=pick(language, "mindestens 3", "at least 3"),
            current=False,
            standing=pick(language, "überholt", "superseded"),
            cited=(cited("Mindestens 3 Menschen starben.", "3", guard, 1),),
        ),
        _point("k2", 1, (3, 3), "", current=False),
        _point("k3", 3, (14, 14), guard, cited=(cited("14 Tote wurden geborgen.", "14", guard, 3),)),
        _point("k4", 3, (14, 14), police),
        _point("k5", 4, (40, 40), rebels, qualifier="about", value=pick(language, "rund 40", "about 40"), party=True),
        _point("k6", 4, (11, 13), "Reederei Norlin", qualifier="range", value="11–13"),
        _point("k7", 4, (None, 20), pick(language, "Innenministerium", "interior ministry"), qualifier="at_most"),
        _point(
            "k8",
            4,
            (24, None),
            pick(language, "Augenzeugen", "witnesses"),
            qualifier="vague",
            value=pick(language, "Dutzende", "dozens"),
            certainty="uncertain",
        ),
        _point(
            "k9",
            4,
            (40, 40),
            pick(language, "Verteidigungsministerium", "defence ministry"),
            certainty="denied",
            value="40",
        ),
        _point("k10", 4, (16, None), police, qualifier="more_than"),
    )


def series(language: Language) -> tuple[Series, ...]:
    """Return histories with every kind of wording, and two sources that meet at one time and number."""
    guard, police = pick(language, "Küstenwache", "coast guard"), pick(language, "Polizei Korsu", "Korsu police")
    hurt = (
        _point("i1", 1, (1200, 1200), guard, qualifier="about"),
        _point("i2", 3, (11000, 11000), police),
    )
    return (
        Series("killed", "killed", pick(language, "Tote", "killed"), _deaths(language)),
        Series("injured", "injured", pick(language, "Verletzte", "injured"), hurt),
        Series(
            "killed-child",
            "killed",
            pick(language, "Tote (Kinder)", "killed (children)"),
            (_point("c1", 1, (2, 2), guard),),
            main=False,
        ),
    )
