"""The tables of quality: which numbers are shown and held, what is to be beaten, what is to be reached."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lagebild.evaluate.scores import Score

_WHERE = "_where_gold_has_one"
HELD = (
    "figures_f1",
    "sources_f1",
    "figure_scope",
    "figure_extent",
    "figure_group",
    "figure_qualifier_macro_f1",
    "figure_modality_macro_f1",
    f"box_type_family{_WHERE}",
    f"box_type{_WHERE}",
    f"box_place{_WHERE}",
    f"box_country{_WHERE}",
    f"box_date{_WHERE}",
    f"box_killed{_WHERE}",
    f"box_injured{_WHERE}",
)
"""The numbers of figures and boxes that have a floor, with those of the groups of `contrast`."""

OTHERS = (
    "strict_f1", "strict_value_f1", "relaxed_f1", "relaxed_value_f1", "found", "answered", "within", "killed_exact",
    "injured_exact", "title", "day", "statements_f1", "speaker_right_where_found", "cue_f1", "events_f1",
    "name_right", "named_right", "citation_right", "pairwise_f1", "cubed_f1", "beside_pairwise_f1", "pairs_f1",
    "final", "final_all", "history_recall", "conflict_precision", "conflict_recall", "events", "deaths_best_differ",
    "injuries_best_differ", "as_by_hand",
)  # fmt: skip
"""The numbers of other sets that have a floor."""

_GROUP = "figures_f1_group_"
_REACH: dict[str, tuple[float | None, ...]] = {  # in the order of HELD
    "gold/de": (0.85, 0.72, 0.86, 0.82, 0.88, 0.85, 0.70, 0.85, 0.70, 0.70, 0.88, 0.80, 0.72, 0.72),
    "contrast/de": (0.88, 0.80, 0.88, 0.85, 0.90, 0.90, 0.80),
    "multi/de": (0.85, 0.75, 0.85, None, None, 0.85, 0.70, 0.90, 0.80, 0.80, 0.92, 0.85, 0.72, 0.72),
    "gold/en": (0.80, 0.70),
    "contrast/en": (0.86, 0.78),
    "multi/en": (0.84, 0.74),
}
_GROUP_REACH = {"contrast/de": 0.75}
_REACH_OTHERS: dict[str, dict[str, float]] = {
    "krauts/de": {"strict_f1": 0.80, "strict_value_f1": 0.72, "relaxed_value_f1": 0.76},
    "places-lgl/en": {"answered": 0.70, "within": 0.85},
    "places-GeoVirus/en": {"answered": 0.84, "within": 0.90},
    "gva/en": {"killed_exact": 0.80, "injured_exact": 0.72},
    "quotes/de": {"statements_f1": 0.68, "speaker_right_where_found": 0.85, "cue_f1": 0.72},
}
_EVENTS_REACH = {"events_f1": 0.85}
_ORIGINS_REACH = {"name_right": 0.85, "named_right": 0.85, "citation_right": 0.85}
_MERGING_REACH: dict[str, dict[str, float]] = {
    "merging-multi/both": {
        "pairwise_f1": 0.92, "cubed_f1": 0.94, "pairs_f1": 0.92, "final": 0.80, "conflict_precision": 0.85,
        "conflict_recall": 0.75,
    },
    "merging-gva/en": {"pairwise_f1": 0.78, "cubed_f1": 0.86},
    "merging-stories/en": {"pairwise_f1": 0.80},
    "maverick/events": {"events": 2200, "deaths_best_differ": 185, "as_by_hand": 30},
}  # fmt: skip
_PAGES_REACH = {"title": 0.95, "day": 0.95}
TOLD: dict[str, tuple[str, Score]] = {
    "krauts/de": (
        "HeidelTime on the same articles",
        {"strict_f1": 0.722, "strict_value_f1": 0.611, "relaxed_f1": 0.806, "relaxed_value_f1": 0.673},
    ),
    "places-lgl/en": ("Mordecai3, given the names, on its own split", {"within": 0.827}),
}
"""What other programs reach, as far as it is published: the program and its numbers, by set and language."""

_LABELS = {
    "strict_f1": "same words, F1",
    "strict_value_f1": "same words and value, F1",
    "relaxed_f1": "words that meet, F1",
    "relaxed_value_f1": "words that meet and same value, F1",
    "found": "found, of all",
    "answered": "answered with coordinates, of all",
    "within": "within 161 km, of those answered",
    "within_of_all": "within 161 km, of all",
    "error": "median error, km",
    "title": "title exact",
    "alike": "title, marks alike",
    "day": "day exact",
    "events_f1": "type, agent, recipient, object, F1",
    "event_status": "status, of events found",
    "event_plover": "PLOVER type and mode, of events found",
    "event_acled": "ACLED pair, of events found",
    "event_count": "count, of objects found",
    "event_target_f1": "target, F1",
    "event_source_f1": "sources, F1",
    "text": "words of the text, F1",
    "name_right": "name of the origin right",
    "named_right": "the same, where somebody is named",
    "citation_right": "origin and outlet right",
    "pairwise_f1": "pairs of reports of one incident, F1",
    "cubed_f1": "B-cubed F1",
    "beside_pairwise_f1": "pairs, with reports that tell of it beside",
    "beside_cubed_f1": "B-cubed, with these",
    "pairs_f1": "pairs of reports of one origin, F1",
    "pairs_p": "pairs of one origin, precision",
    "pairs_r": "pairs of one origin, recall",
    "final": "final counts exact, where there are any",
    "final_all": "final counts, with those that must be empty",
    "history_in_report": "of these, in the report that has it first",
    "final_own": "the same, incidents with reports of their own",
    "history_precision": "versions that are rows of the history",
    "history_recall": "rows of history found",
    "conflict_precision": "contradictions, precision",
    "conflict_recall": "contradictions, recall",
    "conflict_sides": "sides right, of contradictions found",
    "deaths_best_differ": "events whose reports differ on deaths",
    "injuries_best_differ": "events whose reports differ on injuries",
    "several": "events with several reports",
    "by_hand": "events worked out by hand",
    "as_by_hand": "of these, as by hand",
    "threshold": "(threshold that is best here)",
    "statements_f1": "statements at half overlap, F1",
    "speaker_right_where_found": "speaker right, of those found",
    "cue_f1": "words that report, F1",
}
_COUNTED = {
    "articles", "figures_gold", "figures_found", "gold", "killed_gold", "injured_gold", "pages", "statements_gold",
    "statements_found",
}  # fmt: skip
_SIZE = {
    "figures_gold": "figures",
    "figures_found": "found",
    "gold": "places",
    "statements_gold": "statements",
    "statements_found": "found",
}
_NAME_WIDTH = 44


@dataclass(frozen=True, slots=True)
class Column:
    """The numbers of one set in one language, beside those to beat."""

    key: str
    score: Score
    rival: str
    beat: Score


def held(score: Mapping[str, float]) -> dict[str, float]:
    """Return the numbers of a score that have a floor."""
    names = {*HELD, *OTHERS}
    return {name: value for name, value in score.items() if name in names or name.startswith(_GROUP)}


def reach(key: str, name: str) -> float | None:
    """Return the number to reach, or None where none is set."""
    if name.startswith(_GROUP):
        return _GROUP_REACH.get(key)
    if key.startswith("events"):
        return _EVENTS_REACH.get(name)
    if key.startswith("origins/"):
        return _ORIGINS_REACH.get(name)
    if key in _MERGING_REACH:
        return _MERGING_REACH[key].get(name)
    if key.startswith("pages/"):
        return _PAGES_REACH.get(name)
    places = dict(zip(HELD, _REACH.get(key, ()), strict=False))
    return _REACH_OTHERS.get(key, {}).get(name, places.get(name))


def table(columns: list[Column]) -> Iterator[str]:
    """Yield the table of one set, its languages side by side: ours, what to beat, what to reach, what is lacking."""
    yield from (f"{column.key}: {_size(column)}" for column in columns)
    heads = (f"{'ours':>9}{'beat':>7}{'reach':>7}{'short':>7}" for _ in columns)
    yield f"{'':{_NAME_WIDTH}}{''.join(heads)}"
    if len(columns) > 1:
        yield f"{'':{_NAME_WIDTH}}{''.join(f'{column.key:>9}'.ljust(30) for column in columns)}".rstrip()
    names = dict.fromkeys(name for column in columns for name in column.score if name not in _COUNTED)
    for name in names:
        label = _LABELS.get(name, name.replace("_", " ") if name not in HELD else name)
        yield f"{label:{_NAME_WIDTH}}{''.join(_cells(column, name) for column in columns)}".rstrip()


def _cells(column: Column, name: str) -> str:
    value = column.score.get(name)
    if value is None:
        return f"{'':30}"
    goal = reach(column.key, name)
    short = f"{goal - value:.3f}" if goal is not None and value < goal else ""
    return f"{value:9.3f}{_number(column.beat.get(name))}{_number(goal)}{short:>7}"


def _size(column: Column) -> str:
    score = column.score
    parts = [
        f"{value:.0f} {_SIZE.get(name, name.replace('_gold', ' known'))}"
        for name, value in score.items()
        if name in _COUNTED
    ]
    return ", ".join(parts) + (f"; to beat: {column.rival}" if column.rival else "")


def _number(value: float | None) -> str:
    return f"{'':7}" if value is None else f"{value:7.3f}"
