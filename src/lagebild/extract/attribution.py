"""Who says so: every attribution of a document, and the sources of what stands at one place."""

from dataclasses import replace

from lagebild.extract.attribution_cues import CUES
from lagebild.extract.attribution_model import Attribution, Form, covering
from lagebild.extract.attribution_talk import conversation
from lagebild.extract.english.attribution import attributed
from lagebild.model import Document, FieldName, Source

__all__ = ["Attribution", "Form", "attributions", "sources_of"]

_LAST = ("attribution.back", "attribution.carried", "attribution.demnach")


def attributions(document: Document) -> tuple[Attribution, ...]:
    """Return who says what in a document, in text order of what is said.

    "Das Boot sei gekentert, sagte ein Sprecher. Zwölf seien ertrunken." gives two of one speaker, the second
    carried on.
    """
    if document.article.language == "en":
        found = list(attributed(document))
    else:
        found = [*conversation(document, "title"), *conversation(document, "text")]
    return tuple(sorted(found, key=lambda a: (a.field == "text", a.start, a.end, a.at)))


def sources_of(found: tuple[Attribution, ...], field: FieldName, start: int, end: int) -> tuple[Source, ...]:
    """Return the sources of a count that stands at these offsets, from the nearest outward.

    None is the article's own voice.

    Where one report stands in another ("laut dem Sender sagte die Polizei, ..."), the inner is the origin and the outer
    has passed it on. A count inside the words that name a source is not attributed to it.
    """
    about = attributed_to(found, field, start, end)
    chain: list[Source] = []
    for attribution in about:
        for one in attribution.sources:
            if any((one.start, one.end) == (known.start, known.end) for known in chain):
                continue
            near = not chain or attribution is about[0] or one.stance != "asserts"
            chain.append(one if near else replace(one, role="via"))
    return tuple(chain)


def attributed_to(found: tuple[Attribution, ...], field: FieldName, start: int, end: int) -> list[Attribution]:
    """Return the attributions that a count at these offsets stands under, the nearest first."""
    about = [
        a
        for a in covering(found, field, start, end)
        if not any(s.field == field and s.start <= start < s.end for s in a.sources)
    ]
    return sorted(about, key=lambda a: (a.rule in _LAST, a.end - a.start, a.rule in CUES))
