"""Measure speed, memory and start-up against their limits, beside the baseline and trafilatura in the same run.

bench.py --data DIR    DIR holds wikinews-de/articles.jsonl and pages/; the baseline is DIR/../score/baseline.py

Each measurement is a process of its own, so nothing is warm that a user's run would find cold. Times are of the
processor: on a machine with nothing else to do they are those of the clock, which are printed beside them.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LIMITS = {  # name: (limit, unit, whether more is better)
    "extract": (40.0, "articles/s", True),
    "start": (3.0, "s", False),
    "peak memory": (500.0, "MB", False),
    "lagebild --help": (0.5, "s", False),
}
Work = Callable[[], Any]


def timed(work: Work) -> tuple[float, Any]:
    """Return the processor's seconds of the processes that the work waited for, and its result."""
    before = os.times()
    result = work()
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system, result


def child(name: str, *arguments: str) -> dict[str, Any]:
    """Run one measurement of `work.py` in a fresh process and return what it measured."""
    command = [sys.executable, str(HERE / "work.py"), name, repr(time.time()), *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"{name}: {run.stderr.strip()}")
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return found


def help_time() -> float:
    """Return the median time of `lagebild --help` over five runs."""
    command = [sys.executable, "-m", "lagebild", "--help"]
    return sorted(timed(lambda: subprocess.run(command, capture_output=True, check=True))[0] for _ in range(5))[2]


def limit_line(name: str, value: float) -> tuple[str, bool]:
    """Return the line of a number that has a limit, and whether it is kept."""
    limit, unit, more = LIMITS[name]
    kept = value >= limit if more else value <= limit
    ratio = value / limit if more else limit / value
    side = "at least" if more else "at most"
    state = "ok" if kept else "MISSED"
    return f"{name:18}{value:9.2f} {unit:11} {side} {limit:g} {unit}: {ratio:.2f} of the limit's worth, {state}", kept


def beside(name: str, value: float, unit: str, other: str, reference: float) -> str:
    """Return the line of a number beside that of another program, as a ratio."""
    ratio = value / reference if reference else float("nan")
    return f"{name:18}{value:9.2f} {unit:11} {other} {reference:.2f} {unit}: ratio {ratio:.3f}"


def speed(articles: Path, scorers: Path) -> Iterator[tuple[str, bool]]:
    """Yield the lines about extraction from cold, with the cost of each stage."""
    ours = child("extract", str(articles))
    yield limit_line("extract", ours["articles"] / ours["seconds"])
    yield limit_line("start", ours["start"])
    yield limit_line("peak memory", ours["peak_mb"])
    yield limit_line("lagebild --help", help_time())
    yield (
        f"{'':18}{ours['words'] / ours['seconds']:9.0f} words/s     {ours['articles']} articles, {ours['words']} words",
        True,
    )
    for stage, seconds in ours["stages"].items():
        share = seconds / ours["seconds"]
        yield f"  {stage:16}{1000 * seconds / ours['articles']:9.2f} ms/article  {share:.0%} of the time", True
    baseline = scorers / "baseline.py"
    if not baseline.is_file():
        yield f"baseline: not measured: {baseline} is absent", True
        return
    command = [sys.executable, str(baseline), str(articles)]
    seconds, _ = timed(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True))
    rate = ours["articles"] / (ours["seconds"] + ours["start"])
    yield beside("whole process", rate, "articles/s", "baseline.py", ours["articles"] / seconds), True


def reading(pages: Path) -> Iterator[tuple[str, bool]]:
    """Yield the line about reading pages, beside trafilatura alone on the same ones."""
    if not pages.is_dir():
        yield f"pages: not measured: {pages} is absent", True
        return
    with tempfile.TemporaryDirectory() as folder:
        ours = child("acquire", str(pages), folder)
    theirs = child("trafilatura", str(pages))
    yield (
        beside(
            "acquire", ours["pages"] / ours["seconds"], "pages/s", "trafilatura", theirs["pages"] / theirs["seconds"]
        ),
        True,
    )


def main() -> int:
    """Print all lines; the exit status is 1 where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data: Path = parser.parse_args().data
    articles = data / "wikinews-de" / "articles.jsonl"
    if not articles.is_file():
        print(f"not measured: {articles} is absent")
        return 0
    print(f"Python {platform.python_version()} on {os.cpu_count()} cores, one process")
    missed = 0
    for part in (speed(articles, data.parent / "score"), reading(data / "pages")):
        for line, kept in part:
            print(line, flush=True)
            missed += not kept
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
