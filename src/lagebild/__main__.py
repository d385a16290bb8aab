"""The command line: a subcommand per folder, results on standard output, everything else on standard error."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.progress import Progress

    from lagebild.model import Article, InputError, Record
    from lagebild.report.findings import Located

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 good, 1 findings or failed inputs, 2 wrong usage.",
    help="Read news reports: how many, what, where, when, and who says so.",
)


_DEMO_DATE = "2026-03-16"  # of the samples that have no date of their own


class Language(StrEnum):
    """A language of labels and messages."""

    de = "de"
    en = "en"


class Report(StrEnum):
    """A form of report."""

    text = "text"
    html = "html"
    md = "md"
    json = "json"


class Findings(StrEnum):
    """A form of findings."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"


Inputs = Annotated[
    list[str],
    typer.Argument(help="Text, HTML, DOCX or JSONL files, directories, patterns, or - for standard input."),
]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Publication date of inputs that have none.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first input that can't be read.")]
Lang = Annotated[Language, typer.Option("--lang", help="Language of labels and messages.")]
Seconds = Annotated[float, typer.Option("--time-limit", min=0.1, metavar="SECONDS", help="Time limit per article.")]


@dataclass(slots=True)
class Run:
    """A run over inputs: what failed goes to standard error, and is counted."""

    inputs: list[str]
    published: str | None
    strict: bool
    time_limit: float = 10.0
    failed: int = 0
    source: str = ""
    progress: "Progress | None" = field(default=None, init=False)

    def articles(self) -> "Iterator[Article]":
        """Yield the articles of each input in order; `source` is the file of the one just yielded."""
        from lagebild import acquire
        from lagebild.acquire.inputs import inputs_of
        from lagebild.model import InputError

        for found in inputs_of(self.inputs):
            if isinstance(found, InputError):
                self.fail(found)
                continue
            self.source = found.name
            for article in acquire.articles(["-" if found.path is None else found.name], published=self.published):
                if isinstance(article, InputError):
                    self.fail(article)
                else:
                    yield article

    def records(self) -> "Iterator[Record]":
        """Yield the record of each article that can be read within its limits."""
        import lagebild
        from lagebild.model import InputError

        for record in lagebild.records(self.articles(), time_limit=self.time_limit):
            if isinstance(record, InputError):
                self.fail(replace(record, input=self.source, place=record.input))
            else:
                yield record

    def fail(self, error: "InputError") -> None:
        """Tell the error; a wrong option ends the run, and so does any error of a strict one."""
        _say(str(error))
        if error.input == "--published":
            raise typer.Exit(2)
        self.failed += 1
        if self.strict:
            raise typer.Exit(1)

    def end(self, *, findings: bool = False) -> None:
        """Leave with the exit status of this run."""
        raise typer.Exit(1 if self.failed or findings else 0)


def _say(line: str) -> None:
    """Write a line to standard error, its control characters made visible."""
    sys.stderr.write("".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in line) + "\n")


def _print(lines: Iterable[str]) -> None:
    """Write lines to standard output; a reader who has seen enough ends the program quietly."""
    try:
        for line in lines:
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


@contextmanager
def _shown(run: Run, work: str) -> Iterator[None]:
    """Show a bar with the articles done on a terminal, unless results are written to it."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}: {task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        run.progress = progress
        progress.add_task(work, total=None)
        yield


def _counted(run: Run, records: "Iterable[Any]") -> "Iterator[Any]":
    for record in records:
        if run.progress is not None:
            run.progress.advance(run.progress.task_ids[0])
        yield record


@app.command()
def acquire(inputs: Inputs, *, published: Published = None, strict: Strict = False) -> None:
    """Read files into articles, one JSON object a line.

    Example: [bold]lagebild acquire reports/ --published 2025-04-28 > articles.jsonl[/bold]
    """
    from lagebild import interchange

    run = Run(inputs, published, strict)
    with _shown(run, "reading"):
        _print(interchange.dumps(article) for article in _counted(run, run.articles()))
    run.end()


@app.command()
def extract(inputs: Inputs, *, published: Published = None, strict: Strict = False, time_limit: Seconds = 10.0) -> None:
    """Extract figures, sources, places, times and the fact box: one JSON record a line, in input order.

    Example: [bold]lagebild extract report.txt --published 2025-04-28 | jq .box[/bold]
    """
    from lagebild import interchange

    run = Run(inputs, published, strict, time_limit)
    with _shown(run, "extracting"):
        _print(interchange.dumps(record) for record in _counted(run, run.records()))
    run.end()


@app.command()
def report(
    inputs: Inputs,
    *,
    form: Annotated[Report, typer.Option("--format", help="text is for the terminal.")] = Report.text,
    lang: Lang = Language.de,
    published: Published = None,
    strict: Strict = False,
    time_limit: Seconds = 10.0,
) -> None:
    """Show the fact box and the figures of each report, every value with its sentence and its source.

    Example: [bold]lagebild report report.html --format html > report-facts.html[/bold]
    """
    from lagebild import interchange
    from lagebild import report as stage

    run = Run(inputs, published, strict, time_limit)
    if form is Report.text:
        for record in run.records():
            _show(stage.terminal(record, language=lang.value))
        run.end()
    with _shown(run, "reading"):
        records = list(_counted(run, run.records()))
    if form is Report.json:
        _print([json.dumps([interchange.plain(record) for record in records], ensure_ascii=False, indent=1)])
    elif form is Report.md:
        _print([stage.markdown(records, language=lang.value)])
    elif form is Report.html:
        _print([stage.html(records, language=lang.value)])
    run.end()


def _show(renderable: object) -> None:
    """Print for the terminal; where there is none, 100 columns wide and without colour."""
    from rich.console import Console

    try:
        console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 100)
        console.print(renderable)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def _located(run: Run, language: str) -> "Iterator[Located]":
    from lagebild import proofread as stage
    from lagebild.report.findings import located

    for record in _counted(run, run.records()):
        for finding in stage.findings(record, language=language):
            yield located(finding, record.article, run.source)


@app.command()
def proofread(
    inputs: Inputs,
    *,
    form: Annotated[
        Findings, typer.Option("--format", help="sarif and github are for editors and CI.")
    ] = Findings.text,
    lang: Lang = Language.de,
    published: Published = None,
    strict: Strict = False,
    time_limit: Seconds = 10.0,
) -> None:
    """Check reports like a linter: where fact box, title and text disagree, and what has no source.

    Drafts are neither stored nor logged.

    Example: [bold]lagebild proofread draft.txt --published 2025-04-28[/bold]
    """
    from lagebild.report import findings as forms

    run = Run(inputs, published, strict, time_limit)
    with _shown(run, "proofreading"):
        found = list(_located(run, lang.value))
    if form is Findings.text:
        _print(map(forms.text, found))
    elif form is Findings.json:
        _print([forms.listed(found)])
    elif form is Findings.sarif:
        _print([forms.sarif(found, language=lang.value)])
    elif form is Findings.github:
        _print(map(forms.github, found))
    run.end(findings=bool(found))


@app.command()
def schema() -> None:
    """Print the JSON Schema of an extraction record.

    Example: [bold]lagebild schema > record.schema.json[/bold]
    """
    from lagebild import interchange

    _print([json.dumps(interchange.schema(), ensure_ascii=False, indent=1)])


@app.command()
def demo(
    *,
    out: Annotated[Path, typer.Option(help="Where the page is written.")] = Path("build/demo.html"),
    lang: Lang = Language.de,
) -> None:
    """Take a first look: fact boxes, findings and a page over a few invented reports.

    Example: [bold]lagebild demo --out demo.html[/bold]
    """
    from lagebild import proofread as stage
    from lagebild import report as reports
    from lagebild.report import findings as forms

    run = Run([str(_samples())], _DEMO_DATE, strict=False)
    records: list[Record] = []
    found: list[Located] = []
    for record in run.records():
        records.append(record)
        found += [
            forms.located(each, record.article, run.source) for each in stage.findings(record, language=lang.value)
        ]
        _show(reports.terminal(record, language=lang.value))
    _print(["", *map(forms.text, found), ""])
    out.parent.mkdir(parents=True, exist_ok=True)
    page = reports.html(records, language=lang.value, findings=[each.finding for each in found])
    out.write_text(page, encoding="utf-8")
    _print([f"{len(records)} reports, {len(found)} findings. The page with every sentence: {out}"])
    run.end()


def _samples() -> Path:
    """Return the folder of the invented reports: in the package, or beside `src` in a source tree."""
    here = Path(__file__).resolve()
    inside = here.parent / "samples"
    return inside if inside.is_dir() else here.parents[2] / "samples"


@app.command()
def evaluate(  # noqa: PLR0913 - its parameters are the options of the command line
    sets: Annotated[
        list[str] | None, typer.Argument(metavar="[SET]...", help="gold, contrast, multi; all by default.")
    ] = None,
    *,
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder with the sets; the scorers in DIR/../score.")],
    against: Annotated[str | None, typer.Option(metavar="REVISION", help="Name gains and losses against it.")] = None,
    floors: Annotated[Path, typer.Option(metavar="FILE", help="The file of the floors.")] = Path(
        "evaluation/floors.json"
    ),
    check_floors: Annotated[
        bool, typer.Option("--check-floors", help="Fail where a number is under its floor.")
    ] = False,
    write_floors: Annotated[bool, typer.Option("--write-floors", help="Raise floors to the numbers measured.")] = False,
    dead: Annotated[bool, typer.Option("--dead", help="Name the rules and entries that fire on no real text.")] = False,
) -> None:
    """Measure against gold data: our number beside the baseline's and the one to reach.

    Example: [bold]lagebild evaluate --data ../shared/data gold contrast[/bold]
    """
    from lagebild.evaluate import Evaluation
    from lagebild.evaluate.dead import dead as dead_entries

    if dead:
        _print(dead_entries(data))
        return
    with Evaluation(data, tuple(sets or ()), floors) as run:
        _print(run.table())
        if against:
            _print(run.changes(against))
        if write_floors:
            _print(run.raise_floors())
        problems = run.under_floors() if check_floors else []
    for problem in problems:
        _say(problem)
    raise typer.Exit(1 if problems else 0)


def main() -> None:
    """Run the command line with UTF-8 on every stream."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
    app()


if __name__ == "__main__":
    main()
