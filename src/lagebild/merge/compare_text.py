"""How the wording of two tellings stands to each other: names, rare words, whole texts."""

from lagebild.merge.telling import Telling, Wording
from lagebild.merge.words import alike, held, line, shared
from lagebild.model import Feature

# Log-odds by how alike two texts are (the cosine of their rare words), in between by straight lines. Reports of two
# incidents of one kind share words of their kind; only what is beyond them tells for one incident.
_LIKENESS = ((0.0, -3.6), (0.08, -2.8), (0.15, -1.2), (0.2, 0.2), (0.3, 2.0), (0.45, 3.5), (0.7, 4.5), (1.0, 5.5))
_HELD = ((0.0, -1.0), (0.15, -0.5), (0.3, 0.3), (0.5, 1.5), (1.0, 2.5))  # of a paragraph's words, those in a report
_COPY = 0.8
_COMMON = 2.5  # the rarity, as log-odds, up to which a word is one that reports of all incidents have
_WEIGHT = 5.0  # so much rarity of shared words is worth one of likeness: short texts are soon alike
_NAMES = (0.0, 0.6, 1.4, 2.0, 2.5, 2.8)  # by how many names both have
_NOUN = 0.5  # the part of that in a language that writes every noun with a capital
_SHOWN = 3
_ENOUGH_WORDS = 40  # a text of fewer different words is too short to be wholly unlike


def text(one: Telling, other: Telling) -> Feature | None:
    """Return what the wording says, None where the languages differ or a text is too short."""
    a, b = one.wording, other.wording
    if a.language != b.language:
        return None
    both = tuple(shared(a.words, b.words, but=a.placed | b.placed)[:_SHOWN])
    if one.own and other.own:
        likeness = alike(a.words, b.words)
        rule = "text.copy" if likeness >= _COPY else "text.alike" if likeness >= _LIKENESS[2][0] else "text.unlike"
        score = min(line(likeness, _LIKENESS), _weight(a, b, but=a.placed | b.placed) / _WEIGHT)
        if score < 0:
            score *= min(1.0, len(a.words) / _ENOUGH_WORDS, len(b.words) / _ENOUGH_WORDS)
        return Feature("copy" if rule == "text.copy" else "text", score, rule, (f"{likeness:.2f}", ", ".join(both)))
    short, long = (a, b) if not one.own and (other.own or len(a.words) <= len(b.words)) else (b, a)
    part = held(short.words, long.words)
    score = line(part, _HELD)
    return Feature("text", score, "text.alike" if score > 0 else "text.unlike", (f"{part:.2f}", ", ".join(both)))


def _weight(a: Wording, b: Wording, *, but: frozenset[str]) -> float:
    """Return how rare all the words are together that two texts share, those that are common in reports left out."""
    rare = (
        min(weight * a.length, b.words[word] * b.length)
        for word, weight in a.words.items()
        if word in b.words and word not in but
    )
    return sum(each - _COMMON for each in rare if each > _COMMON)


def named(one: Telling, other: Telling) -> Feature | None:
    """Return what names in both say, those of places left out; None where there are none."""
    both = sorted(one.wording.names & other.wording.names)
    if not both:
        return None
    score = _NAMES[min(len(both), len(_NAMES) - 1)] * (
        _NOUN if one.wording.language == other.wording.language == "de" else 1
    )
    return Feature("names", score, "names.shared", (str(len(both)), ", ".join(word.title() for word in both[:_SHOWN])))
