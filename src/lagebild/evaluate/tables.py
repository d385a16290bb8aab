"""The table of quality: which numbers are shown and held, and which are to be reached."""

from collections.abc import Iterator

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
"""The numbers that have a floor, with those of the groups of `contrast`."""

_GROUP = "figures_f1_group_"
_REACH: dict[str, tuple[float | None, ...]] = {  # in the order of HELD
    "gold/de": (0.85, 0.72, 0.86, 0.82, 0.88, 0.85, 0.70, 0.85, 0.70, 0.70, 0.88, 0.80, 0.72, 0.72),
    "contrast/de": (0.88, 0.80, 0.88, 0.85, 0.90, 0.90, 0.80),
    "multi/de": (0.85, 0.75, 0.85, None, None, 0.85, 0.70, 0.90, 0.80, 0.80, 0.92, 0.85, 0.72, 0.72),
}
_GROUP_REACH = 0.75


def held(score: Score) -> dict[str, float]:
    """Return the numbers of a score that have a floor."""
    return {name: value for name, value in score.items() if name in HELD or name.startswith(_GROUP)}


def reach(key: str, name: str) -> float | None:
    """Return the number to reach, or None where none is set."""
    if name.startswith(_GROUP):
        return _GROUP_REACH if key in _REACH else None
    places = dict(zip(HELD, _REACH.get(key, ()), strict=False))
    return places.get(name)


def lines(key: str, score: Score, baseline: Score) -> Iterator[str]:
    """Yield the table of one set: ours, the baseline's, the number to reach and what is lacking."""
    counts = (
        f"{score['articles']:.0f} articles, {score['figures_gold']:.0f} figures, {score['figures_found']:.0f} found"
    )
    yield f"{key}: {counts}"
    yield f"{'':44}{'ours':>7}{'regex':>7}{'reach':>7}{'short':>7}"
    for name, value in score.items():
        if name in {"articles", "figures_gold", "figures_found"}:
            continue
        goal = reach(key, name)
        short = f"{goal - value:.3f}" if goal is not None and value < goal else ""
        yield f"{name:44}{value:7.3f}{_number(baseline.get(name))}{_number(goal)}{short:>7}".rstrip()


def _number(value: float | None) -> str:
    return f"{'':7}" if value is None else f"{value:7.3f}"
