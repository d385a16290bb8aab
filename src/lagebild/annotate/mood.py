"""Mood of a German finite verb: Konjunktiv I by a closed list and a rule over the tags, Konjunktiv II by its forms."""

from lagebild.model import Mood, Token

_FIRST = {
    "sei", "seien", "seiest", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "möge", "gebe", "komme",
    "gehe", "stehe", "lasse", "bleibe", "liege", "halte", "sehe", "nehme", "finde", "mache", "wisse", "tue",
    "bestehe", "gelte", "trage",
}  # fmt: skip
_SECOND = {
    "wäre", "wären", "hätte", "hätten", "würde", "würden", "könnte", "könnten", "müsste", "müssten", "dürfte",
    "dürften", "gäbe", "gäben", "käme", "kämen", "ginge", "gingen", "ließe", "ließen", "bliebe", "blieben",
    "stünde", "stünden", "läge", "lägen", "nähme", "nähmen", "fände", "fänden", "befänden", "befände", "möchte",
    "möchten", "wüsste", "wüssten", "brächte",
}  # fmt: skip
_WEAK_PAST = ("te", "ten", "test", "tet")


def mood(tokens: tuple[Token, ...], finite: int | None) -> Mood:
    """Return the mood of the finite verb at this place; the indicative where there is none.

    Konjunktiv I is told from the indicative where the form shows it: the closed list, and a third person singular in
    "-e" of a full verb ("berichte", "erliege") that no "ich" governs. "haben" and "sollen" in the plural stay
    indicative, as their forms do not tell.
    """
    if finite is None:
        return "indicative"
    word = tokens[finite].text.lower()
    first_person = any(token.text.lower() == "ich" for token in tokens)
    if word in _FIRST:
        return "indicative" if first_person and word not in {"sei", "seien"} else "konjunktiv1"
    if word in _SECOND:
        return "konjunktiv2"
    verb = tokens[finite]
    if verb.tag == "VERB" and word.endswith("e") and not word.endswith(_WEAK_PAST) and not first_person:
        if finite == 0:
            return "imperative" if len(tokens) > 1 and tokens[-1].text == "!" else "indicative"
        return "konjunktiv1"
    if verb.tag == "VERB" and word.endswith("te") and verb.lemma.endswith("ten") and verb.lemma[:-1] == word:
        return "konjunktiv1"
    return "indicative"
