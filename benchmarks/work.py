"""One measurement in a fresh process: `work.py NAME STARTED ARGUMENTS...` prints what it measured as JSON.

STARTED is the wall-clock time at which the process was asked for. Times are of the processor, so that a busy machine
does not change them much; the wall-clock times of extraction stand beside them.
"""

import gzip
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from lagebild.model import Article, InputError

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Watch:
    """The seconds each stage took, added up."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.seconds: dict[str, float] = {}

    def __call__(self, stage: str, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
        """Do the work of a stage and add its time."""
        start = time.process_time()
        result = work(*given, **named)
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - start
        return result


def peak_mb() -> float:
    """Return the most memory this process had, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def extract(started: float, articles: str) -> dict[str, Any]:
    """Measure the start, then every stage over a file of articles."""
    import lagebild  # noqa: PLC0415 - importing is part of what is measured
    from lagebild import annotate, link  # noqa: PLC0415 - as above
    from lagebild import extract as claiming  # noqa: PLC0415 - as above
    from lagebild.model import Article, InputError  # noqa: PLC0415 - as above

    text = "In Berlin starben zwei Menschen."
    warm = lagebild.record(Article("warm-up", "Zwei Tote in Berlin", text, "de", published="2026-01-05"))
    lagebild.dumps(warm)
    start, start_wall = time.process_time(), time.time() - started
    watch = Watch()
    words = count = 0
    begin, begin_wall = time.process_time(), time.perf_counter()
    source = lagebild.articles([articles])
    while (article := watch("acquire", _next, source)) is not None:
        if isinstance(article, InputError):
            continue
        document = watch("annotate", annotate.document, article)
        claims = watch("extract", claiming.claims, document)
        record = watch("link", link.record, document, claims)
        watch("JSON", lagebild.dumps, record)
        words += len(article.text.split())
        count += 1
    seconds, wall = time.process_time() - begin, time.perf_counter() - begin_wall
    measured = {"start": start, "seconds": seconds, "articles": count, "words": words}
    measured |= {"start_wall": start_wall, "seconds_wall": wall}
    return {**measured, "stages": watch.seconds, "peak_mb": peak_mb()}


def _next(source: "Iterator[Article | InputError]") -> "Article | InputError | None":
    return next(source, None)


def acquire(_: float, pages: str, folder: str) -> dict[str, Any]:
    """Measure reading pages as articles."""
    import lagebild  # noqa: PLC0415 - importing is part of the cold start

    for path in Path(pages).glob("*/*.html.gz"):
        Path(folder, path.name.removesuffix(".gz")).write_bytes(gzip.decompress(path.read_bytes()))
    begin = time.process_time()
    count = sum(1 for _ in lagebild.articles([folder]))
    return {"seconds": time.process_time() - begin, "pages": count}


def trafilatura(_: float, pages: str) -> dict[str, Any]:
    """Measure trafilatura alone, with metadata, on the same pages."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - importing is part of the cold start

    contents = [gzip.decompress(path.read_bytes()) for path in sorted(Path(pages).glob("*/*.html.gz"))]
    begin = time.process_time()
    for content in contents:
        bare_extraction(content, with_metadata=True)
    return {"seconds": time.process_time() - begin, "pages": len(contents)}


WORK: dict[str, Callable[..., dict[str, Any]]] = {"extract": extract, "acquire": acquire, "trafilatura": trafilatura}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(WORK[sys.argv[1]](float(sys.argv[2]), *sys.argv[3:])) + "\n")
