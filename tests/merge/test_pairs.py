"""Reports that must be brought together, and their neighbours that must not, read by the whole program."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import lagebild
from lagebild.merge.clusters import Merge
from lagebild.model import Article, Record

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text(encoding="utf-8"))


def read(case: dict[str, Any]) -> list[Record]:
    """Return the records of a case's reports."""
    return [lagebild.record(Article(id=name, **fields)) for name, fields in case["reports"].items()]


def told(merge: Merge) -> set[frozenset[str]]:
    """Return which reports tell of one incident as their own matter."""
    own = (
        frozenset(mention.article for mention in cluster.mentions if mention.incident == "i1")
        for cluster in merge.clusters()
    )
    return {articles for articles in own if articles}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_reports_of_one_incident_meet_and_others_stay_apart(case: dict[str, Any]) -> None:
    merge = Merge()
    merge.add(read(case))
    assert told(merge) == {frozenset(group) for group in case["incidents"]}
