"""Which figures count a part of what another counts."""

from lagebild.merge.history_told import Told, series
from lagebild.model import Figure


def is_part(told: Told) -> bool:
    """Return whether a figure counts a part that names no group, or a part of what its source counts of that group."""
    figure = told.figure
    if told.left_out or (told.further and not told.earlier):
        return True
    if figure.extent != "part" or figure.high == 0:
        is_zero = figure.extent == "part" and not figure.group and figure.measure != "missing"
        return is_zero or _is_increment(told)
    if not figure.group:
        return _has_whole(told)
    if _has_vague_whole(told):
        return True
    wholes = {each.target for each in told.record.relations if (each.type, each.origin) == ("part_of", figure.id)}
    return any(
        whole.id in wholes and whole.group == figure.group and _names(whole) == _names(figure)
        for whole in told.record.figures
    )


def _has_vague_whole(told: Told) -> bool:
    """Return whether the report tells a vague total of the same people that is as great: "Hunderte Zivilisten"."""
    own = told.figure
    return any(
        (figure.incident, series(figure), figure.extent) == (own.incident, series(own), "incident")
        and (figure.qualifier, figure.modality == "denied") == ("vague", False)
        and (figure.low or 0) >= (own.low or 0)
        for figure in told.record.figures
    )


def _has_whole(told: Told) -> bool:
    """Return whether the report has a total that a part can be of: by its own source, or in the report's own voice.

    What is a part only because it is less than a total is none where another source gives it against that total.
    """
    own, speaker = told.figure, told.speaker
    if speaker is None:
        return True
    totals = [
        figure
        for figure in told.record.figures
        if (figure.incident, figure.measure, figure.extent) == (own.incident, own.measure, "incident")
    ]
    reached = [figure for figure in totals if figure.high is None or figure.high >= (own.low or 0)]
    if not any(reason.rule == "extent.totals" for reason in own.reasons):
        return bool(reached) or not totals or not told.has("contrast")
    return any(not figure.sources or speaker.name in _names(figure) for figure in reached)


def _is_increment(told: Told) -> bool:
    """Return whether a figure is only added to the report's total: "acht weitere Leichen" beside eleven dead."""
    figure = told.figure
    if told.earlier or figure.high is None:
        return False
    if is_death(told):
        return has_greater_total(told)
    if told.speaker is not None or not told.passed_over:
        return False
    renewed = {each.target for each in told.record.relations if each.type in {"supersedes", "corrects"}}
    return figure.id not in renewed and has_greater_total(told)


def has_greater_total(told: Told) -> bool:
    """Return whether the report tells a greater total of the same people."""
    own = told.figure
    return any(
        (figure.incident, series(figure)) == (own.incident, series(own))
        and (figure.extent, figure.modality == "denied") == ("incident", False)
        and (figure.low or 0) > (own.low or 0)
        for figure in told.record.figures
    )


def _names(figure: Figure) -> list[str]:
    return [source.name for source in figure.sources]


def is_death(told: Told) -> bool:
    """Return whether somebody injured died, or somebody missing was found dead."""
    is_found = told.has("found_dead") and told.has("missing")
    return told.figure.measure == "killed" and (told.has("wounds") or is_found)
