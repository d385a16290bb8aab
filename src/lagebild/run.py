"""A run of a command over its inputs: results on standard output, what fails on standard error, and the exit status."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from lagebild.options import Fetching

if TYPE_CHECKING:
    from rich.progress import Progress

    from lagebild.acquire.web import Web
    from lagebild.model import Article, InputError, Judgement, Record


@dataclass(slots=True)
class Run:
    """A run over inputs: what failed goes to standard error, and is counted."""

    inputs: list[str]
    published: str | None
    strict: bool
    time_limit: float = 10.0
    fetching: Fetching = field(default_factory=Fetching)
    gazetteer: Path | None = None
    failed: int = 0
    source: str = ""
    progress: "Progress | None" = field(default=None, init=False)
    _web: "Web | None" = field(default=None, init=False)

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
            web = self._opened() if found.kind == "address" else None
            name = "-" if found.path is None and web is None else found.name
            for article in acquire.articles([name], published=self.published, web=web):
                if isinstance(article, InputError):
                    self.fail(article)
                else:
                    yield article

    def _opened(self) -> "Web":
        """Return the web as this run sees it, the same for all inputs; a wrong --since ends the run."""
        if self._web is None:
            from lagebild.acquire.web import Settings, Web
            from lagebild.link.gazetteer import cache_folder

            told = self.fetching
            settings = Settings(
                contact=told.contact,
                allow_private=told.allow_private,
                connect=min(10.0, told.timeout),
                read=min(20.0, told.timeout),
                total=told.timeout,
                delay=told.delay,
                limit=told.limit,
                since=_day(told.since),
                cache=None if told.no_cache else cache_folder() / "pages",
                keep=told.keep,
            )
            self._web = Web(settings)
        return self._web

    def records(self) -> "Iterator[Record]":
        """Yield the record of each article that can be read within its limits; a wrong --gazetteer ends the run."""
        import lagebild
        from lagebild.model import InputError

        self.open_gazetteer()
        for record in lagebild.records(self.articles(), time_limit=self.time_limit, gazetteer=self.gazetteer):
            if isinstance(record, InputError):
                self.fail(replace(record, input=self.source, place=record.input))
            else:
                yield record

    def open_gazetteer(self) -> None:
        """Open the user's own gazetteer, which takes time once, before the first article."""
        if self.gazetteer is None:
            return
        from lagebild.link.gazetteer import GazetteerError, gazetteer

        try:
            gazetteer(self.gazetteer)
        except GazetteerError as error:
            say(f"--gazetteer: {error}")
            raise typer.Exit(2) from None

    def distinct(self, records: "Iterable[Record]") -> "Iterator[Record]":
        """Yield each report once; another report with the same id fails, since nobody could tell the two apart."""
        seen: dict[str, str] = {}
        for record in records:
            text = seen.setdefault(record.article.id, record.article.text)
            if text is not record.article.text and text != record.article.text:
                say(f"{self.source}: another report has the id {record.article.id!r} too (give each its own)")
                self.failed += 1
            elif text is record.article.text:
                yield record

    def judgements(self, path: Path | None) -> "tuple[Judgement, ...]":
        """Return a person's judgements of a file; one that can't be read ends the run."""
        if path is None:
            return ()
        from lagebild import judgements

        try:
            return judgements.read(path)
        except judgements.JudgementError as error:
            say(f"--judgements: {error}")
            raise typer.Exit(2) from None

    def fail(self, error: "InputError") -> None:
        """Tell the error; a wrong option ends the run, and so does any error of a strict one."""
        say(str(error))
        if error.input.startswith("--"):
            raise typer.Exit(2)
        self.failed += 1
        if self.strict:
            raise typer.Exit(1)

    def end(self, *, findings: bool = False) -> None:
        """Leave with the exit status of this run."""
        if self._web is not None:
            self._web.close()
        raise typer.Exit(1 if self.failed or findings else 0)


def _day(since: str | None) -> str | None:
    """Return the day of --since; what is none is wrong usage."""
    from lagebild.acquire import dates
    from lagebild.acquire.catalogue import Unreadable

    try:
        return dates.published(since)[: len("2025-04-28")] if since is not None else None
    except Unreadable as problem:
        say(str(problem.error("--since")))
        raise typer.Exit(2) from None


def say(line: str) -> None:
    """Write a line to standard error, its control characters made visible."""
    sys.stderr.write("".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in line) + "\n")


def write(lines: Iterable[str]) -> None:
    """Write lines to standard output; a reader who has seen enough ends the program quietly."""
    try:
        for line in lines:
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


@contextmanager
def shown(run: Run, work: str) -> Iterator[None]:
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


def counted(run: Run, records: "Iterable[Any]") -> "Iterator[Any]":
    """Yield the records of a run and move its bar, where it shows one."""
    for record in records:
        if run.progress is not None:
            run.progress.advance(run.progress.task_ids[0])
        yield record
