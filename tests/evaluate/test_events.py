"""The score of events: what counts as the same phrase, and what a tuple is worth."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from lagebild.evaluate import event_scores
from lagebild.evaluate.events import measured, same, scores

PASSAGE = {"id": "p", "pair": "p", "language": "de"}


def event(kind: str, agent: list[str], objects: list[str]) -> dict[str, Any]:
    """Return an event of gold."""
    things = [{"what": what, "low": None, "high": None, "qualifier": None} for what in objects]
    codes = {"plover": {"type": None, "mode": None}, "acled": {"event_type": None, "sub_event_type": None}}
    return {
        "type": kind,
        "status": "done",
        "agent": agent,
        "target": [],
        "recipient": [],
        "objects": things,
        "sources": [],
        **codes,
    }


def claim(kind: str, agent: list[str], objects: list[str]) -> dict[str, Any]:
    """Return an event as the record has it."""
    actors = [{"role": "agent", "span": {"quote": words}, "name": words} for words in agent]
    things = [{**thing, "span": {"quote": thing["what"]}} for thing in event(kind, [], objects)["objects"]]
    return {**event(kind, [], []), "kind": "event", "actors": actors, "objects": things}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("die Armee", "Armee", True),
        ("Russlands", "russland", True),
        ("Ministeriums", "Ministerium", True),
        ("rote Armee", "Armee", False),
    ],
)
def test_same(one: str, other: str, *, expected: bool) -> None:
    assert same(one, other) is expected


def test_a_wrong_type_loses_the_roles_too() -> None:
    gold = [{"id": "p", "events": [event("conflict.arms", ["Peru"], ["Panzer"])]}]
    right = measured([PASSAGE], gold, {"p": {"claims": [claim("conflict.arms", ["Peru"], ["Panzer"])]}})
    wrong = measured([PASSAGE], gold, {"p": {"claims": [claim("conflict.attack", ["Peru"], ["Panzer"])]}})
    assert scores(right, [PASSAGE])["events_f1"] == 1
    assert scores(wrong, [PASSAGE])["events_f1"] == 0


def test_an_event_found_twice_is_one_too_many() -> None:
    gold = [{"id": "p", "events": [event("conflict.arms", ["Peru"], [])]}]
    found = [claim("conflict.arms", ["Peru"], [])] * 2
    assert measured([PASSAGE], gold, {"p": {"claims": found}}).all.f1 == pytest.approx(4 / 6)


def test_other_types_are_not_scored() -> None:
    gold: list[dict[str, Any]] = [{"id": "p", "events": []}]
    result = measured([PASSAGE], gold, {"p": {"claims": [claim("crime.killing", ["Peru"], [])]}})
    assert scores(result, [PASSAGE])["events_f1"] == 1


def test_each_set_has_its_key_and_what_is_held_back_one_number(tmp_path: Path) -> None:
    for suffix in ("-2", "-held-2"):
        passage = {**PASSAGE, "text": "Es regnete.", "title": None, "published": "2024-05-01"}
        (tmp_path / f"passages{suffix}.jsonl").write_text(json.dumps(passage), encoding="utf-8")
        (tmp_path / f"gold{suffix}.jsonl").write_text(json.dumps({"id": "p", "events": []}), encoding="utf-8")
    found = event_scores.measure(tmp_path)
    assert set(found) == {"events-2/de", "events-held-2/both"}
    assert found["events-held-2/both"] == {"events_f1": 1}
    gold = (tmp_path / "gold-2.jsonl").read_bytes()
    assert event_scores.gold_hash(tmp_path, "events-2/de") == hashlib.sha256(gold).hexdigest()
