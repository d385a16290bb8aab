"""Merging and dossiers over anything: reports at random, in any order, one by one, with judgements of all kinds."""

import functools
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lagebild
from lagebild.merge import Merge
from lagebild.model import Article, InputError, Judgement, Mention, MergedIncident, Record
from lagebild.report import dossier
from tests.torture.texts import reports

pytestmark = pytest.mark.torture
SAMPLES = Path(__file__).parents[2] / "samples"


@functools.cache
def samples() -> tuple[Record, ...]:
    """Return the records of the samples in which several reports are of one incident."""
    names = [str(SAMPLES / name) for name in ("05-hochwasser.jsonl", "08-kutno.jsonl", "06-brand.txt")]
    found = lagebild.records(lagebild.articles(names, published="2026-03-16"))
    return tuple(record for record in found if not isinstance(record, InputError))


def holds(merged: Sequence[MergedIncident], records: Sequence[Record]) -> None:
    """Assert what must be true of any merged incidents: nothing lost, nothing twice, nothing made up."""
    known = {record.article.id: record for record in records}
    figures = {figure.id for record in records for figure in record.figures}
    own = Counter(article for incident in merged for article in incident.reports)
    assert own == Counter(known.keys())
    assert len({incident.id for incident in merged}) == len(merged)
    for incident in merged:
        assert {mention.article for mention in incident.mentions} == {*incident.reports, *incident.also_in}
        assert incident.parent is None or incident.parent in {other.id for other in merged}
        versions = {version.id for version in incident.history}
        assert len(versions) == len(incident.history)
        for version in incident.history:
            assert set(version.claims) <= figures
            assert version.before is None or version.before in versions
        for estimate in incident.estimates:
            assert estimate.low is None or estimate.high is None or estimate.low <= estimate.high
            assert set(estimate.versions) <= versions
        for conflict in incident.conflicts:
            assert len({side.name for side in conflict.sides}) >= 2
            assert all(set(side.versions) <= versions for side in conflict.sides)


def partition(merge: Merge) -> set[frozenset[str]]:
    """Return the reports that are of one incident, by incident."""
    groups = (frozenset(each.article for each in one.mentions if each.incident == "i1") for one in merge.clusters())
    return {group for group in groups if group}


@settings(max_examples=40)  # a dossier takes longer than a record
@given(st.lists(reports(), max_size=5, unique_by=lambda article: article.id), st.sampled_from(["de", "en"]))
def test_any_reports_make_a_dossier(articles: list[Article], language: str) -> None:
    records = [lagebild.record(article) for article in articles]
    merged = lagebild.incidents(records)
    holds(merged, records)
    content = dossier.content(merged, records, language=language)
    assert dossier.markdown(content).startswith("# ")
    assert dossier.html(content).rstrip().endswith("</html>")
    told = json.loads(json.dumps(dossier.plain(merged, records, language=language)))
    assert {report["id"] for report in told["reports"]} == {article.id for article in articles}


@settings(max_examples=40)
@given(st.permutations(range(9)), st.integers(0, 9))
def test_reports_added_in_any_order_are_merged_alike(order: list[int], first: int) -> None:
    records = samples()
    mixed = [records[place] for place in order if place < len(records)]
    whole, grown = Merge(), Merge()
    whole.add(records)
    grown.add(mixed[:first])
    grown.clusters()
    for record in mixed[first:]:
        grown.add([record])
    assert partition(grown) == partition(whole)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.sampled_from([True, False, None])), max_size=6))
def test_the_last_judgement_of_a_person_on_a_pair_holds(told: list[tuple[int, int, bool | None]]) -> None:
    records = samples()
    ids = [record.article.id for record in records]
    judged = [
        Judgement(Mention(ids[one]), Mention(ids[other]), same, by="desk", at=f"2026-05-01T00:00:{second:02}")
        for second, (one, other, same) in enumerate(told)
        if one != other and max(one, other) < len(ids)
    ]
    merged = lagebild.incidents(records, judged)
    holds(merged, records)
    where = {article: incident.id for incident in merged for article in incident.reports}
    last = {frozenset((each.one.article, each.other.article)): each.same for each in judged}
    for pair, same in last.items():
        one, other = sorted(pair)
        if same is False and not _joined(one, other, last):
            assert where[one] != where[other]


def _joined(one: str, other: str, last: dict[frozenset[str], bool | None]) -> bool:
    """Return whether other judgements of that person join what this one parts, so that one of them gives way."""
    reached, grown = {one}, True
    while grown:
        more = {each for pair, same in last.items() if same and pair & reached for each in pair} - reached
        reached |= more
        grown = bool(more)
    return other in reached


def test_a_claim_stands_in_one_version_of_one_incident() -> None:
    merged = lagebild.incidents(samples())
    claims = Counter(claim for incident in merged for version in incident.history for claim in version.claims)
    assert claims
    assert all(count == 1 for count in claims.values())
