"""Measure merging against its limits: all reports of a set at once, and what a report costs among more of them.

merge_bench.py --data DIR [--records FILE]    DIR holds gva/articles.jsonl; FILE what `lagebild extract` made of it

More reports are made of the same ones, with every date moved by weeks and every place by degrees, so that no copy is of
an incident of another. Times are of the processor.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import lagebild
from lagebild.merge import Merge
from lagebild.model import Article, Box, BoxPlace, Incident, IncidentTime, Place, Record, Time

LIMIT = 300.0  # seconds for a whole set
RATIO = 2.0  # of the costs per report
FEW, MANY = 3_000, 30_000  # reports
DAYS, DEGREES = 45, 1.5  # by which each copy is moved on
_DAY = len("2026-01-31")


def records(data: Path, made: Path | None) -> list[Record]:
    """Return the records of a file of JSON lines, or those of the articles, extracted now."""
    if made is not None:
        return [lagebild.loads(line) for line in made.read_bytes().splitlines()]
    with (data / "gva" / "articles.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    known = Article.__dataclass_fields__
    articles = (Article(**{key: value for key, value in row.items() if key in known}) for row in rows)
    return [lagebild.record(article) for article in articles]


def copies(of: Sequence[Record], number: int) -> Iterator[Record]:
    """Yield so many records: those given, then moved ones of them."""
    for count in range(number):
        copy, at = divmod(count, len(of))
        yield moved(of[at], copy) if copy else of[at]


def moved(record: Record, by: int) -> Record:
    """Return the record of the same text at other places and on other days."""
    article = record.article
    return replace(
        record,
        article=replace(article, id=f"{article.id}-{by}", published=_later(article.published, by)),
        times=tuple(_time(each, by) for each in record.times),
        places=tuple(_place(each, by) for each in record.places),
        incidents=tuple(_incident(each, by) for each in record.incidents),
        box=_box(record.box, by),
    )


def _later(prefix: str | None, by: int) -> str | None:
    """Return an ISO day moved on; a month or a year stays."""
    if prefix is None or len(prefix) < _DAY:
        return prefix
    try:
        return (date.fromisoformat(prefix[:_DAY]) + timedelta(days=by * DAYS)).isoformat() + prefix[_DAY:]
    except ValueError:
        return prefix


def _time(time: Time, by: int) -> Time:
    return replace(time, value=_later(time.value, by) or time.value)


def _place(place: Place, by: int) -> Place:
    return place if place.lat is None else replace(place, lat=_north(place.lat, by))


def _box_place(place: BoxPlace | None, by: int) -> BoxPlace | None:
    return place if place is None or place.lat is None else replace(place, lat=_north(place.lat, by))


def _north(lat: float, by: int) -> float:
    return (lat + by * DEGREES + 90) % 180 - 90


def _incident(incident: Incident, by: int) -> Incident:
    time = incident.time
    if time is not None:
        time = IncidentTime(
            _later(time.start, by) or time.start, _later(time.end, by) or time.end, time.precision, time.zone
        )
    return replace(incident, place=_box_place(incident.place, by), time=time)


def _box(box: Box, by: int) -> Box:
    return replace(box, place=_box_place(box.place, by), date=_later(box.date, by))


def cost(of: Sequence[Record]) -> tuple[float, int]:
    """Return the seconds that merging takes, and how many clusters come of it."""
    begin = time.process_time()
    merge = Merge()
    merge.add(of)
    found = merge.clusters()
    return time.process_time() - begin, len(found)


def main() -> int:
    """Print all lines; the exit status is 1 where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--records", type=Path)
    given = parser.parse_args()
    if given.records is None and not (given.data / "gva" / "articles.jsonl").is_file():
        print(f"not measured: {given.data}/gva is absent")
        return 0
    whole = records(given.data, given.records)
    seconds, found = cost(whole)
    print(f"{len(whole)} reports: {seconds:.1f} s at most {LIMIT:g} s, {found} clusters", flush=True)
    begin = time.process_time()
    lagebild.incidents(whole)
    all_told = time.process_time() - begin
    print(f"with origins, histories and contradictions: {all_told:.1f} s at most {LIMIT:g} s", flush=True)
    few, _ = cost(list(copies(whole, FEW)))
    print(f"{FEW} reports: {1000 * few / FEW:.2f} ms/report", flush=True)
    many, _ = cost(list(copies(whole, MANY)))
    ratio = many / MANY / (few / FEW)
    print(f"{MANY} reports: {1000 * many / MANY:.2f} ms/report, ratio {ratio:.2f}, at most {RATIO:g}")
    return 1 if max(seconds, all_told) > LIMIT or ratio > RATIO else 0


if __name__ == "__main__":
    sys.exit(main())
