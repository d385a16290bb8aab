"""The event passages: every text of the gold stands in its passage, and every value is one of the lists."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

Row = dict[str, Any]
Codes = dict[str | None, set[str | None]]

FOLDER = Path(__file__).parents[1] / "evaluation" / "events"
LANGUAGES = {
    "": {"de": 40, "en": 24},
    "-2": {"de": 56, "en": 34},
    "-held": {"de": 10, "en": 6},
    "-held-2": {"de": 18, "en": 12},
}
STATUSES = {"done", "planned", "promised", "confirmed", "denied"}
KINDS = {
    "conflict.deployment",
    "conflict.arms",
    "conflict.strike",
    "conflict.bombing",
    "conflict.attack",
    "conflict.battle",
    "conflict.diplomacy",
    "crime.arrest",
    "act.order",
    "act.confirmation",
    "act.denial",
}
PLOVER: Codes = {
    None: {None},
    "AGREE": {None},
    "AID": {None},
    "SUPPORT": {None},
    "SANCTION": {None},
    "RETREAT": {"ceasefire"},
    "MOBILIZE": {"troops", "police"},
    "COERCE": {"arrest"},
    "ASSAULT": {None, "abduct", "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons"},
}
ACLED: Codes = {
    None: {None},
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Explosions/Remote violence": {
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
    },
    "Violence against civilians": {"Attack"},
    "Strategic developments": {"Agreement", "Arrests"},
}
ARTICLE = re.compile(r"(?:d(?:er|ie|as|es|em|en)|ein(?:e[nmrs]?)?|the|an?)\s", re.IGNORECASE)
BOUNDS = {  # which of low and high a qualifier leaves open
    None: (None, None),
    "exact": (True, True),
    "about": (True, True),
    "range": (True, True),
    "at_least": (True, None),
    "more_than": (True, None),
    "vague": (True, None),
    "at_most": (None, True),
}


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def events(suffix: str) -> Iterator[tuple[str, str, Row]]:
    texts = {row["id"]: row["text"] for row in rows(f"passages{suffix}")}
    return ((row["id"], texts[row["id"]], event) for row in rows(f"gold{suffix}") for event in row["events"])


def phrases(event: Row) -> list[str]:
    named = [text for role in ("agent", "target", "recipient", "sources") for text in event[role]]
    return [event["trigger"], *named, *(thing["what"] for thing in event["objects"])]


@pytest.fixture(params=sorted(LANGUAGES))
def suffix(request: pytest.FixtureRequest) -> str:
    """Return the end of the file names: of the open passages and of those held back."""
    return str(request.param)


def test_the_languages_have_their_share(suffix: str) -> None:
    assert Counter(row["language"] for row in rows(f"passages{suffix}")) == LANGUAGES[suffix]


def test_each_passage_has_gold_and_no_other_has(suffix: str) -> None:
    ids = [row["id"] for row in rows(f"passages{suffix}")]
    assert ids == [row["id"] for row in rows(f"gold{suffix}")]
    assert len(set(ids)) == len(ids)


def test_pairs_are_two_passages_of_one_language_that_differ(suffix: str) -> None:
    pairs: dict[str, list[Row]] = {}
    for row in rows(f"passages{suffix}"):
        pairs.setdefault(row["pair"], []).append(row)
    for first, second in pairs.values():
        assert first["text"] != second["text"]
        assert (first["language"], first["differs"]) == (second["language"], second["differs"])


def test_no_text_and_no_id_is_in_two_files() -> None:
    passages = [row for suffix in LANGUAGES for row in rows(f"passages{suffix}")]
    assert len({row["text"] for row in passages}) == len(passages)
    assert len({row["id"] for row in passages}) == len(passages)


def test_every_phrase_stands_in_its_passage_as_whole_words(suffix: str) -> None:
    for name, text, event in events(suffix):
        for phrase in phrases(event):
            assert re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text), (name, phrase)


def test_no_actor_or_object_begins_with_an_article(suffix: str) -> None:
    for name, _, event in events(suffix):
        for phrase in phrases(event)[1:]:
            assert not ARTICLE.match(phrase), (name, phrase)


def test_types_statuses_and_codes_are_of_the_lists(suffix: str) -> None:
    for name, _, event in events(suffix):
        assert event["type"] in KINDS, name
        assert event["status"] in STATUSES, name
        assert event["plover"]["mode"] in PLOVER[event["plover"]["type"]], name
        assert event["acled"]["sub_event_type"] in ACLED[event["acled"]["event_type"]], name


def test_counts_of_objects_fit_their_qualifier(suffix: str) -> None:
    for name, _, event in events(suffix):
        for thing in event["objects"]:
            low, high = BOUNDS[thing["qualifier"]]
            assert (low is None, high is None) == (thing["low"] is None, thing["high"] is None), name


def test_no_passage_has_two_events_of_one_type(suffix: str) -> None:
    for row in rows(f"gold{suffix}"):
        assert max(Counter(event["type"] for event in row["events"]).values(), default=1) == 1, row["id"]


def test_what_is_confirmed_or_denied_has_its_act(suffix: str) -> None:
    for row in rows(f"gold{suffix}"):
        types = {event["type"] for event in row["events"]}
        statuses = {event["status"] for event in row["events"]}
        assert ("confirmed" in statuses) == ("act.confirmation" in types), row["id"]
        assert "denied" not in statuses or "act.denial" in types, row["id"]
