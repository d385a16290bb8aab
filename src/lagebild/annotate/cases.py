"""Case of a German noun phrase and number of a finite verb, as far as their forms tell."""

from lagebild.model import Case, Phrase, Token

_ACCUSATIVE = frozenset(
    {"den", "einen", "keinen", "seinen", "ihren", "diesen", "jenen", "ihn", "meinen", "unseren", "niemanden",
     "jemanden"}
)  # fmt: skip
_DATIVE = frozenset(["dem", "einem", "keinem", "seinem", "ihrem", "diesem", "ihm", "ihnen", "niemandem"])
_NOMINATIVE = frozenset(["der", "er", "dieser", "jeder", "einer", "keiner", "wir", "ich"])
_NOMINATIVE_OR_NEUTER = frozenset(["ein", "kein", "sein", "ihr"])
_NEUTER = ("chen", "lein", "kind", "baby", "opfer", "paar", "mitglied", "dutzend", "mädchen")
_PLURAL_FORMS = frozenset({"sind", "seid"})


def case_of(tokens: tuple[Token, ...], phrase: Phrase) -> Case:
    """Return the case that a phrase's first word shows, or "" where the form leaves it open.

    "der" of a plural noun may be a genitive, "ein" of a neuter noun an accusative: both stay open.
    """
    first = tokens[phrase.first].text.lower()
    if first in _ACCUSATIVE:
        return "accusative"
    if first in _DATIVE:
        return "dative"
    if first in _NOMINATIVE_OR_NEUTER:
        return "" if _may_be_neuter(tokens, phrase) else "nominative"
    return "nominative" if first in _NOMINATIVE and not phrase.plural else ""


def _may_be_neuter(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Tell whether an adjective in "-es" or the noun's ending shows a neuter."""
    adjectives = (tokens[n] for n in range(phrase.first, phrase.head) if tokens[n].tag == "ADJ")
    return any(token.text.endswith("es") for token in adjectives) or tokens[phrase.head].text.lower().endswith(_NEUTER)


def is_plural_form(word: str) -> bool:
    """Tell whether a finite verb form is a plural one ("wurden", "sind", "starben")."""
    return word.lower().endswith("n") or word.lower() in _PLURAL_FORMS
