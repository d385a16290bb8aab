"""The command line: a subcommand per folder, results on standard output, everything else on standard error."""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lagebild.options import (
    Counting,
    Fetching,
    Findings,
    Gazetteer,
    Inputs,
    Lang,
    Language,
    Layout,
    Published,
    Report,
    Seconds,
    Strict,
    fetches,
)
from lagebild.run import Run, counted, say, shown, write

if TYPE_CHECKING:
    from lagebild.model import MergedIncident, Record
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


@app.command()
@fetches
def acquire(
    inputs: Inputs,
    *,
    published: Published = None,
    strict: Strict = False,
    fetching: Fetching,
) -> None:
    """Read files, pages, feeds and sitemaps into articles, one JSON object a line.

    Example: [bold]lagebild acquire https://example.org/feed.xml --limit 20 > articles.jsonl[/bold]
    """
    from lagebild import interchange

    run = Run(inputs, published, strict, fetching=fetching)
    with shown(run, "reading"):
        write(interchange.dumps(article) for article in counted(run, run.articles()))
    run.end()


@app.command()
@fetches
def extract(  # noqa: PLR0913 - its parameters are the options of the command line
    inputs: Inputs,
    *,
    published: Published = None,
    strict: Strict = False,
    time_limit: Seconds = 10.0,
    gazetteer: Gazetteer = None,
    explain: Annotated[bool, typer.Option("--explain", help="Give each figure the rules that found it.")] = False,
    fetching: Fetching,
) -> None:
    """Extract figures, sources, places, times and the fact box: one JSON record a line, in input order.

    Example: [bold]lagebild extract report.txt --published 2025-04-28 | jq .box[/bold]
    """
    from lagebild import interchange

    run = Run(inputs, published, strict, time_limit, fetching, gazetteer)
    with shown(run, "extracting"):
        write(interchange.dumps(record, explain=explain) for record in counted(run, run.records()))
    run.end()


@app.command()
@fetches
def report(  # noqa: PLR0913 - its parameters are the options of the command line
    inputs: Inputs,
    *,
    form: Annotated[Report, typer.Option("--format", help="text is for the terminal.")] = Report.text,
    lang: Lang = Language.auto,
    names: Annotated[bool, typer.Option("--names", help="Show private persons by name, not by initials.")] = False,
    texts: Annotated[bool, typer.Option("--texts", help="Show the reports' whole texts: for your own desk.")] = False,
    judgements: Annotated[
        Path | None, typer.Option(metavar="FILE", help="JSON lines: which reports are of one incident, which are not.")
    ] = None,
    policy: Annotated[Counting, typer.Option(help="How the totals are counted.")] = Counting.latest,
    published: Published = None,
    strict: Strict = False,
    time_limit: Seconds = 10.0,
    gazetteer: Gazetteer = None,
    fetching: Fetching,
) -> None:
    """Make a dossier: what all reports of an incident say together, every value with its sentence and its source.

    Example: [bold]lagebild report reports/ --format html > dossier.html[/bold]
    """
    import lagebild
    from lagebild.judgements import unknown
    from lagebild.report import dossier as stage

    run = Run(inputs, published, strict, time_limit, fetching, gazetteer)
    if form is Report.pdf and sys.stdout.isatty():
        say("--format pdf: a terminal shows no PDF (write it to a file, with > dossier.pdf at the end)")
        raise typer.Exit(2)
    decided = run.judgements(judgements)
    with shown(run, "reading"):
        records = list(run.distinct(counted(run, run.records())))
    for article in unknown(decided, [record.article.id for record in records]):
        say(f"--judgements: no report has the id {article!r} (its judgements rest)")
    merged = lagebild.incidents(records, decided)
    showing = {"language": _spoken(lang, records), "names": names, "texts": texts, "policy": policy.value}
    try:
        _print_dossier(form, merged, records, showing)
    except stage.DossierError as error:
        say(f"--format {form.value}: {error}")
        raise typer.Exit(2) from None
    run.end()


def _print_dossier(
    form: Report, merged: "Sequence[MergedIncident]", records: "Sequence[Record]", showing: "dict[str, Any]"
) -> None:
    """Write the dossier in this form to standard output."""
    from lagebild.report import dossier as stage

    if form is Report.json:
        write([json.dumps(stage.plain(merged, records, **showing), ensure_ascii=False, indent=1)])
        return
    content = stage.content(merged, records, **showing)
    if form is Report.text:
        for renderable in stage.terminal(content, records):
            _show(renderable)
    elif form is Report.md:
        write([stage.markdown(content)])
    elif form is Report.html:
        write([stage.html(content)])
    elif form is Report.pdf:
        sys.stdout.buffer.write(stage.pdf(content))


def _show(renderable: object) -> None:
    """Print for the terminal; where there is none, 100 columns wide and without colour."""
    from rich.console import Console

    try:
        console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 100)
        console.print(renderable)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def _spoken(lang: Language, records: "Sequence[Record]") -> str:
    """Return the language to label in: the one asked for, else that of most reports."""
    if lang is not Language.auto:
        return lang.value
    spoken = Counter(record.article.language for record in records if record.article.language in set(Language))
    return spoken.most_common(1)[0][0] if spoken else Language.de.value


def _located(run: Run, lang: Language) -> "Iterator[tuple[str, Located]]":
    """Yield each finding with the language of its message."""
    from lagebild import proofread as stage
    from lagebild.report.findings import located

    for record in counted(run, run.records()):
        language = _spoken(lang, [record])
        for finding in stage.findings(record, language=language):
            yield language, located(finding, record.article, run.source)


@app.command()
@fetches
def proofread(  # noqa: PLR0913 - its parameters are the options of the command line
    inputs: Inputs,
    *,
    form: Annotated[
        Findings, typer.Option("--format", help="sarif and github are for editors and CI.")
    ] = Findings.text,
    lang: Lang = Language.auto,
    published: Published = None,
    strict: Strict = False,
    time_limit: Seconds = 10.0,
    gazetteer: Gazetteer = None,
    fetching: Fetching,
) -> None:
    """Check reports like a linter: where fact box, title and text disagree, and what has no source.

    Drafts are neither stored nor logged.

    Example: [bold]lagebild proofread draft.txt --published 2025-04-28[/bold]
    """
    from lagebild.report import findings as forms

    run = Run(inputs, published, strict, time_limit, replace(fetching, no_cache=True), gazetteer)
    with shown(run, "proofreading"):
        told = list(_located(run, lang))
    found = [each for _, each in told]
    if form is Findings.text:
        write(map(forms.text, found))
    elif form is Findings.json:
        write([forms.listed(found)])
    elif form is Findings.sarif:
        write([forms.sarif(found, language=told[0][0] if told else Language.en.value)])
    elif form is Findings.github:
        write(map(forms.github, found))
    run.end(findings=bool(found))


@app.command()
@fetches
def why(
    file: Annotated[str, typer.Argument(help="The report: a file, - for standard input, or an address.")],
    quote: Annotated[str, typer.Argument(metavar="TEXT", help="The words of the report to explain.")],
    *,
    lang: Lang = Language.auto,
    published: Published = None,
    gazetteer: Gazetteer = None,
    fetching: Fetching,
) -> None:
    """Explain what was found at some words of a report and by which rules, what was dropped there, or why nothing is.

    Example: [bold]lagebild why report.txt "12 Verletzte"[/bold]
    """
    import lagebild
    from lagebild.report.reasons import explained
    from lagebild.vocabulary.labels import Words

    run = Run([file], published, strict=False, fetching=fetching, gazetteer=gazetteer)
    run.open_gazetteer()
    told = False
    for article in run.articles():
        language = article.language if lang is Language.auto else lang.value
        for found in lagebild.why(article, quote, gazetteer=gazetteer):
            write(explained(found, language=language))
            told = True
    if not told and not run.failed:
        say(
            f"{file}: {Words.of(Language.en if lang is Language.auto else lang.value).label('why.absent', quote=quote)}"
        )
        run.failed += 1
    run.end()


@app.command()
def schema(
    of: Annotated[Layout, typer.Argument(metavar="[record|dossier]", help="Which layout.")] = Layout.record,
) -> None:
    """Print the JSON Schema of an extraction record, or of a dossier.

    Example: [bold]lagebild schema > record.schema.json[/bold]
    """
    from lagebild import interchange
    from lagebild.report import dossier

    found = dossier.schema() if of is Layout.dossier else interchange.schema()
    write([json.dumps(found, ensure_ascii=False, indent=1)])


@app.command()
def demo(
    *,
    out: Annotated[Path, typer.Option(help="Where the page is written.")] = Path("build/demo.html"),
    lang: Lang = Language.auto,
) -> None:
    """Take a first look: a dossier over a few invented reports, on the terminal and as a page, and findings.

    Example: [bold]lagebild demo --out demo.html[/bold]
    """
    import lagebild
    from lagebild import proofread as stage
    from lagebild.report import dossier
    from lagebild.report import findings as forms

    run = Run([str(_samples())], _DEMO_DATE, strict=False)
    records: list[Record] = []
    found: list[Located] = []
    for record in run.records():
        records.append(record)
        language = _spoken(lang, [record])
        found += [forms.located(each, record.article, run.source) for each in stage.findings(record, language=language)]
    content = dossier.content(lagebild.incidents(records), records, language=_spoken(lang, records), texts=True)
    for renderable in dossier.terminal(content, records):
        _show(renderable)
    write(["", *map(forms.text, found), ""])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(dossier.html(content), encoding="utf-8")
    write([f"{len(records)} reports, {len(found)} findings. The page with every sentence: {out}"])
    run.end()


def _samples() -> Path:
    """Return the folder of the invented reports: in the package, or beside `src` in a source tree."""
    here = Path(__file__).resolve()
    inside = here.parent / "samples"
    return inside if inside.is_dir() else here.parents[2] / "samples"


@app.command()
def evaluate(  # noqa: PLR0913 - its parameters are the options of the command line
    sets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SET]...",
            help="gold, contrast, multi, krauts, places, gva, airwars, quotes, pages, events, origins; all by default.",
        ),
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
        write(dead_entries(data))
        return
    with Evaluation(data, tuple(sets or ()), floors) as run:
        write(run.table())
        if against:
            write(run.changes(against))
        if write_floors:
            write(run.raise_floors())
        problems = run.under_floors() if check_floors else []
    for problem in problems:
        say(problem)
    raise typer.Exit(1 if problems else 0)


def main() -> None:
    """Run the command line with UTF-8 on every stream."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
    app()


if __name__ == "__main__":
    main()
