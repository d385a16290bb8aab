"""What an article tells of each of its incidents: the totals of all, and the type of those beside the main one."""

from dataclasses import replace

from lagebild.link.box import totals
from lagebild.link.setting import sentence_text, settings
from lagebild.link.what import told_type
from lagebild.model import Box, Document, Figure, Incident, IncidentType, Measure, Relation

_HARM: tuple[Measure, ...] = ("killed", "injured", "missing", "casualties")


def counted(
    document: Document,
    figures: tuple[Figure, ...],
    incidents: tuple[Incident, ...],
    *,
    box: Box,
    relations: tuple[Relation, ...],
) -> tuple[Incident, ...]:
    """Return the incidents with their totals; those of the main one are the box's.

    Another incident's are chosen among its own figures as the box's are, and its type is what the sentences of these
    figures tell: "Im März waren in Jena bei einem Brand drei Menschen gestorben" is a fire with three dead.
    """
    return tuple(
        replace(one, killed=box.killed, injured=box.injured, missing=box.missing, casualties=box.casualties)
        if one.main
        else _other(document, one, tuple(figure for figure in figures if figure.incident == one.id), relations)
        for one in incidents
    )


def _other(
    document: Document, incident: Incident, figures: tuple[Figure, ...], relations: tuple[Relation, ...]
) -> Incident:
    own = tuple(replace(figure, scope="main") for figure in figures)
    found = totals(document, own, relations)
    return replace(
        incident,
        type=_type(document, figures),
        killed=found["killed"],
        injured=found["injured"],
        missing=found["missing"],
        casualties=found["casualties"],
    )


def _type(document: Document, figures: tuple[Figure, ...]) -> IncidentType:
    sentences = {setting.sentence.index: setting.sentence for setting in settings(document, figures)}
    text = "\n".join(sentence_text(document, sentences[index]) for index in sorted(sentences))
    harmed = any(figure.measure in _HARM and figure.modality != "denied" and figure.high != 0 for figure in figures)
    return told_type(text, document.article.language, harmed=harmed)
