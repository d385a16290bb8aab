"""Fill the blocks of README.md with what the program prints now; run it from the project's root."""

import argparse
import datetime as dt
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from lagebild.evaluate import Evaluation
from lagebild.evaluate.scores import Unmeasured
from lagebild.evaluate.sets import GoldSet
from lagebild.evaluate.tables import HELD

SETS = {
    "gold/de": "Wikinews, de",
    "gold/en": "news, en",
    "contrast/de": "traps in pairs, de",
    "contrast/en": "en",
    "multi/de": "invented reports, de",
    "multi/en": "en",
}
NAMES = {
    "figures_f1": "figures, F1",
    "sources_f1": "sources, F1",
    "figure_scope": "scope, of figures found",
    "figure_extent": "extent",
    "figure_group": "group",
    "figure_qualifier_macro_f1": "qualifier, macro F1",
    "figure_modality_macro_f1": "modality, macro F1",
}
OTHERS = {  # set: (what it is, {number: label})
    "krauts/de": (
        "German dates (KRAUTS)",
        {
            "strict_f1": "same words, F1",
            "strict_value_f1": "and value",
            "relaxed_value_f1": "words that meet, and value",
        },
    ),
    "places-lgl/en": ("places of local news (LGL)", {"answered": "answered", "within": "of these within 161 km"}),
    "places-GeoVirus/en": (
        "places of reports on diseases",
        {"answered": "answered", "within": "of these within 161 km"},
    ),
    "gva/en": ("US shootings (GVA)", {"killed_exact": "killed exact", "injured_exact": "injured exact"}),
    "quotes/de": (
        "German statements (Petersen-Frey and Biemann, development part)",
        {"statements_f1": "F1", "speaker_right_where_found": "speaker right", "cue_f1": "words that report, F1"},
    ),
    "events-held/both": ("events, passages held back while the rules were written", {"events_f1": "F1"}),
    "events-held-2/both": ("events, a second set held back", {"events_f1": "F1"}),
    "origins/de": ("who is behind a figure of invented reports, de", {"name_right": "name right"}),
    "origins/en": ("the same, en", {"name_right": "name right"}),
    "airwars/en": ("strikes (Airwars)", {"killed_exact": "killed exact", "injured_exact": "injured exact"}),
}

MERGING = "Reports of one incident brought together, and what they say of it in the end:"
MERGED = {  # set: (what it is, {number: label})
    "merging-multi/both": (
        "invented reports of 28 incidents, at hand while the rules were written",
        {
            "pairwise_f1": "pairs of one incident, F1",
            "cubed_f1": "B-cubed",
            "pairs_f1": "pairs of one origin",
            "final": "final counts exact",
            "conflict_precision": "contradictions, precision",
            "conflict_recall": "recall",
        },
    ),
    "merging-gva/en": ("US shootings, 2,833 reports", {"pairwise_f1": "pairs, F1", "cubed_f1": "B-cubed"}),
    "merging-stories/en": ("news stories, 186 reports", {"pairwise_f1": "pairs, F1", "cubed_f1": "B-cubed"}),
    "maverick/events": (
        "MAVERICK's three rules over 2,200 events",
        {"deaths_best_differ": "reports differ on deaths, of 407", "as_by_hand": "as worked out by hand, of 30"},
    ),
}
MERGED["merging-open/both"] = ("the same, of 29 other incidents", MERGED["merging-multi/both"][1])
MERGED["merging-held/both"] = ("the same, of 31, held back", MERGED["merging-multi/both"][1])


def printed(*arguments: str) -> str:
    """Return what the program prints, without spaces at the ends of lines."""
    run = subprocess.run([sys.executable, "-m", "lagebild", *arguments], capture_output=True, text=True, check=False)
    return "\n".join(line.rstrip() for line in run.stdout.splitlines())


def quality(evaluation: Evaluation) -> str:
    """Return the tables of quality with the figures to beat beside ours."""
    scores = {key: evaluation.scores[key] for key in SETS if key in evaluation.scores}
    golds = {each.key: each for each in evaluation.sets}
    sizes = [
        f"{key} {score['articles']:.0f} texts, {score['figures_gold']:.0f} figures"
        for key, score in scores.items()
        if not isinstance(score, Unmeasured)
    ]
    head = f"| | {' | '.join(SETS[key] for key in scores)} |\n| --- |{' ---: |' * len(scores)}\n"
    rows = [f"| {label(name)} | {' | '.join(cell(scores[key], name) for key in scores)} |" for name in HELD]
    regex = [cell(evaluation.baseline(golds[key])[1], "figures_f1") for key in scores]
    rows.insert(1, f"| figures, F1 of a regular expression | {' | '.join(regex)} |")
    today = dt.datetime.now(tz=dt.UTC).date()
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    said = f"Measured on {today} ({machine}) by the project's scorers: {'; '.join(sizes)}."
    seen = "The rules were written with these texts at hand, so expect less on others."
    return (
        f"{said} {seen}\n\n{head}"
        + "\n".join(rows)
        + "\n\n"
        + "\n".join(others(evaluation, golds))
        + f"\n\n{MERGING}\n\n"
        + "\n".join(merged(evaluation))
    )


def others(evaluation: Evaluation, golds: Mapping[str, GoldSet]) -> Iterator[str]:
    """Yield the lines of the table of dates, places, counts per incident, and pages."""
    yield "| | ours | to beat |"
    yield "| --- | --- | --- |"
    for key, (what, names) in OTHERS.items():
        score = evaluation.scores.get(key, Unmeasured("absent"))
        rival, known = evaluation.baseline(golds[key]) if key in golds else ("", {})
        told = ", ".join(f"{text} {cell(score, name)}" for name, text in names.items())
        best = ", ".join(cell(known, name) for name in names if name in known)
        yield f"| {what} | {told} | {f'{best} ({rival})' if best else ''} |"
    for key, (ours, theirs) in evaluation.pages.items():
        what = f"pages of outlets, {key.partition('/')[2]} ({ours['pages']:.0f})"
        told, beat = (f"title exact {cell(of, 'title')}, day {cell(of, 'day')}" for of in (ours, theirs))
        yield f"| {what} | {told} | {beat} (trafilatura alone) |"


def merged(evaluation: Evaluation) -> Iterator[str]:
    """Yield the lines of the table of merging."""
    yield "| | ours | likeness of texts alone |"
    yield "| --- | --- | --- |"
    for key in ("merging-multi/both", "merging-open/both", "merging-held/both", *list(MERGED)[1:4]):
        if key in evaluation.merging:
            what, names = MERGED[key]
            ours, rivals = evaluation.merging[key], evaluation.rivals.get(key, {})
            told = ", ".join(f"{text} {cell(ours, name)}" for name, text in names.items())
            beside = "; ".join(f"{rival}: {cell(score, 'pairwise_f1')}" for rival, score in rivals.items())
            yield f"| {what} | {told} | {beside} |"


def label(name: str) -> str:
    """Return how a number is called in the table."""
    field = name.removeprefix("box_").removesuffix("_where_gold_has_one").replace("_", " ")
    return NAMES.get(name, f"box: {field}, where there is one")


def cell(score: dict[str, float] | Unmeasured, name: str) -> str:
    """Return a number of the table, or a dash."""
    return "–" if isinstance(score, Unmeasured) or name not in score else _number(score[name])


def _number(value: float) -> str:
    return f"{value:.0f}" if value > 1 else f"{value:.2f}".removeprefix("0")


def filled(text: str, tag: str, body: str) -> str:
    """Return the text with the block of this tag replaced."""
    block = f"<!-- {tag} -->\n{body}\n<!-- /{tag} -->"
    return re.sub(rf"<!-- {tag} -->.*?<!-- /{tag} -->", lambda _: block, text, flags=re.DOTALL)


def main() -> None:
    """Fill the fact box, the findings and the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data: Path = parser.parse_args().data
    readme = Path("README.md")
    text = readme.read_text(encoding="utf-8")
    box = printed("report", "samples/02-zug.html").split("\n\n")[0]
    findings = printed("proofread", "samples/03-truppe.txt", "--published", "2026-03-16")
    text = filled(text, "box", f"```text\n{box}\n```")
    dossier = printed("report", "samples/08-kutno.jsonl").split("\n\nZahlen im Zeitverlauf")[0]
    text = filled(text, "dossier", f"```text\n{dossier}\n```")
    text = filled(text, "findings", f"```text\n{findings}\n```")
    why = printed("why", "samples/03-truppe.txt", "etwa 260", "--published", "2026-03-16")
    text = filled(text, "why", f"```text\n{why}\n```")
    with Evaluation(data, (), Path("evaluation/floors.json")) as evaluation:
        text = filled(text, "quality", quality(evaluation))
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
