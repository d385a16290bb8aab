"""The score of events: what counts as the same phrase, and what a tuple is worth."""

from typing import Any

import pytest

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
