"""Fill the blocks of README.md with what the program prints now; run it from the project's root."""

import argparse
import datetime as dt
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

from lagebild.evaluate import Evaluation
from lagebild.evaluate.scores import Unmeasured
from lagebild.evaluate.tables import HELD

SETS = {"gold/de": "Wikinews, 2004–2022", "contrast/de": "traps in pairs", "multi/de": "invented reports"}
NAMES = {
    "figures_f1": "figures, F1",
    "sources_f1": "sources, F1",
    "figure_scope": "scope, of figures found",
    "figure_extent": "extent",
    "figure_group": "group",
    "figure_qualifier_macro_f1": "qualifier, macro F1",
    "figure_modality_macro_f1": "modality, macro F1",
}


def printed(*arguments: str) -> str:
    """Return what the program prints, without spaces at the ends of lines."""
    run = subprocess.run([sys.executable, "-m", "lagebild", *arguments], capture_output=True, text=True, check=False)
    return "\n".join(line.rstrip() for line in run.stdout.splitlines())


def quality(data: Path) -> str:
    """Return the table of quality with the regular expression's figures beside ours."""
    with Evaluation(data, (), Path("evaluation/floors.json")) as evaluation:
        scores = {key: evaluation.scores[key] for key in SETS if key in evaluation.scores}
        sizes = [
            f"{SETS[key]}: {score['articles']:.0f} texts, {score['figures_gold']:.0f} figures"
            for key, score in scores.items()
            if not isinstance(score, Unmeasured)
        ]
        regex = [cell(evaluation.baseline(each), "figures_f1") for each in evaluation.sets if each.key in SETS]
    head = f"| | {' | '.join(SETS[key] for key in scores)} |\n| --- |{' ---: |' * len(scores)}\n"
    rows = [f"| {label(name)} | {' | '.join(cell(scores[key], name) for key in scores)} |" for name in HELD]
    today = dt.datetime.now(tz=dt.UTC).date()
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    said = f"Measured on {today} ({machine}) by the project's scorers; German parts: {'; '.join(sizes)}."
    seen = "The rules were written with these texts at hand, so expect less on others."
    rival = f"A regular expression reaches a figures F1 of {', '.join(regex)}."
    return f"{said} {seen} {rival}\n\n{head}" + "\n".join(rows)


def label(name: str) -> str:
    """Return how a number is called in the table."""
    field = name.removeprefix("box_").removesuffix("_where_gold_has_one").replace("_", " ")
    return NAMES.get(name, f"box: {field}, where there is one")


def cell(score: dict[str, float] | Unmeasured, name: str) -> str:
    """Return a number of the table, or a dash."""
    return "–" if isinstance(score, Unmeasured) or name not in score else f"{score[name]:.2f}".removeprefix("0")


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
    text = filled(text, "findings", f"```text\n{findings}\n```")
    text = filled(text, "quality", quality(data))
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
