"""Tags of an English sentence mended where closed classes or its structure decide what the tagger can't see."""

from dataclasses import replace

from lagebild.annotate.english.past import with_past
from lagebild.model import Form, Tag, Token

_CLOSED: dict[str, tuple[Tag, Form]] = {
    **dict.fromkeys(("he", "she", "it", "they", "we", "i", "you", "him", "them", "us", "me"), ("PRON", "personal")),
    **dict.fromkeys(("himself", "herself", "itself", "themselves", "myself", "ourselves"), ("PRON", "reflexive")),
    **dict.fromkeys(("who", "whom"), ("PRON", "relative")),
    **dict.fromkeys(("nobody", "everybody", "everyone", "somebody", "someone", "anyone", "anybody"),
                    ("PRON", "indefinite")),
    **dict.fromkeys(("my", "your", "its", "our", "their", "his"), ("DET", "possessive")),
    **dict.fromkeys(("the", "a", "an"), ("DET", "article")),
    **dict.fromkeys(("and", "or", "but", "nor", "&"), ("CCONJ", "")),
    **dict.fromkeys(("not", "n't", "n’t", "never"), ("PART", "negation")),
    **dict.fromkeys(("at", "by", "of", "with", "from", "into", "among", "including", "despite", "via"), ("ADP", "")),
    **dict.fromkeys(("per", "than"), ("ADP", "")),
    **dict.fromkeys(("because", "although", "though", "unless", "whether", "if"), ("SCONJ", "")),
    **dict.fromkeys(("$", "£", "€", "%", "#", "*", "@"), ("X", "")),
    **dict.fromkeys(("“", "”", "‘", "„", '"', "–", "—", "-", "--", ",", ";", ":", "(", ")", "…", "/"), ("PUNCT", "")),
}  # fmt: skip
_COMPOUND_ADPOSITIONS = frozenset({
    ("according", "to"), ("because", "of"), ("out", "of"), ("due", "to"), ("owing", "to"), ("instead", "of"),
    ("such", "as"),
    ("along", "with"), ("together", "with"), ("as", "of"), ("prior", "to"), ("up", "to"), ("ahead", "of"),
    ("next", "to"),
})  # fmt: skip
_AMOUNTS = frozenset({"many", "few", "much", "high", "low", "well", "soon", "long", "far"})
_DEMONSTRATIVE = frozenset({"this", "that", "these", "those"})
_HARMED = frozenset({
    "injured", "wounded", "killed", "hurt", "missing", "dead", "displaced", "detained", "arrested", "hospitalized",
    "hospitalised", "trapped", "stranded", "shot", "stabbed", "kidnapped", "abducted", "evacuated", "rescued",
    "homeless", "burned", "maimed", "martyred", "unharmed", "unhurt", "uninjured", "unaccounted", "drowned",
    "deceased", "captured",
})  # fmt: skip
_LEMMAS = {
    "injured": "injure", "wounded": "wound", "killed": "kill", "hurt": "hurt", "displaced": "displace",
    "detained": "detain", "arrested": "arrest", "hospitalized": "hospitalize", "hospitalised": "hospitalise",
    "trapped": "trap", "stranded": "strand", "shot": "shoot", "stabbed": "stab", "kidnapped": "kidnap",
    "abducted": "abduct", "evacuated": "evacuate", "rescued": "rescue", "burned": "burn", "drowned": "drown",
    "captured": "capture", "maimed": "maim", "martyred": "martyr", "feared": "fear", "presumed": "presume",
}  # fmt: skip
_ADJECTIVES = frozenset({"dead", "missing", "homeless", "unharmed", "unhurt", "uninjured", "unaccounted", "deceased"})
_NOMINAL = frozenset({"dead", "missing", "homeless", "injured", "wounded"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_PASSIVE_AUXILIARY = frozenset({
    "was", "were", "is", "are", "be", "been", "being", "am", "'s", "’s", "'re", "’re", "got", "get", "gets", "getting",
    "left", "leaving", "leaves", "leave",
})  # fmt: skip
_AUXILIARY = _PASSIVE_AUXILIARY | _HAVE
_CONTRACTED = {
    "'re": "be",
    "’re": "be",
    "'ve": "have",
    "’ve": "have",
    "'ll": "will",
    "’ll": "will",
    "'m": "be",
    "’m": "be",
}
_TEMPORAL = frozenset({"after", "before", "until", "till", "since", "once"})
_SUBJECT_TAGS = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"})
_COMPOUNDS = frozenset({"toll", "victims", "victim", "suspect", "suspects", "attack", "spree", "death", "deaths"})
_ACRONYMS = frozenset({"US", "WHO"})
_SPEAKING = {"estimates": "estimate", "reports": "report", "claims": "claim"}
_HEADLINE = {
    "tops": "top", "hits": "hit", "nears": "near", "passes": "pass", "climbs": "climb", "rises": "rise",
    "jumps": "jump", "reaches": "reach", "exceeds": "exceed", "soars": "soar", "kills": "kill", "injures": "injure",
    "wounds": "wound", "claims": "claim", "leaves": "leave", "surpasses": "surpass",
}  # fmt: skip
_RESULTS = {"killing": "kill", "injuring": "injure", "wounding": "wound", "leaving": "leave", "hurting": "hurt"}
_ALWAYS_PAST = {"sustained": "sustain", "suffered": "suffer", "fled": "flee"}
_TOLD = frozenset({"reports", "claims", "rumours", "rumors", "fears", "estimates"})
_PARTICLES = frozenset({"up", "down", "out", "off", "away", "over", "back"})
_NOUNLIKE: frozenset[Tag] = frozenset({"NOUN", "PROPN"})


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with closed classes, participles, and adjectives that stand as nouns mended."""
    found = [_closed(tokens, n) for n in range(len(tokens))]
    for n in range(len(found)):
        found[n] = _aged(found, n)
        found[n] = _contracted(found, n)
        found[n] = _harmed(found, n)
        found[n] = _told(found, n)
        found[n] = _at_first(found, n)
        found[n] = _resulting(found, n)
        found[n] = _compound(found, n)
        found[n] = _headed(found, n)
        found[n] = _closing(found, n)
    for n in range(len(found)):
        found[n] = _verb_form(found, n)
        found[n] = _determiner(found, n)
        found[n] = _predicative(found, n)
    for n in range(len(found)):
        if found[n].text.lower() in _TEMPORAL and found[n].tag in {"ADP", "ADV"} and _subject_and_verb(found, n + 1):
            found[n] = replace(found[n], tag="SCONJ", form="")
    return with_past(tuple(found))


def _at_first(tokens: list[Token], n: int) -> Token:
    """Return "first" and "at first" between an auxiliary and its verb as adverbs ("had at first spoken of")."""
    words = [token.text.lower() for token in tokens[n : n + 2]]
    end = n + 2 if words == ["at", "first"] else n + 1
    before = tokens[n - 1] if n else None
    if words[:1] not in (["first"], ["at"]) or before is None or end >= len(tokens) or tokens[end].tag != "VERB":
        return tokens[n]
    adverbial = before.tag == "AUX" or (words[0] == "first" and before.tag == "ADV" and before.text.lower() == "at")
    return replace(tokens[n], tag="ADV", form="", lemma=words[0]) if adverbial else tokens[n]


def _resulting(tokens: list[Token], n: int) -> Token:
    """Return "killing" or "injuring" behind a comma and before a number or article as the participle that it is."""
    token = tokens[n]
    word = token.text.lower()
    if word not in _RESULTS or token.tag == "VERB" or not 0 < n < len(tokens) - 1 or tokens[n - 1].text != ",":
        return token
    opens_object = tokens[n + 1].tag in {"NUM", "DET"} or tokens[n + 1].text.lower() in {"at", "more", "up", "about"}
    return replace(token, tag="VERB", form="participle", lemma=_RESULTS[word]) if opens_object else token


def _compound(tokens: list[Token], n: int) -> Token:
    """Return "bombing" before "toll" or "suspect" as the noun that it is ("the Narok bombing toll")."""
    token = tokens[n]
    inside = token.tag == "VERB" and token.text.lower().endswith("ing") and 0 < n < len(tokens) - 1
    if (
        not inside
        or tokens[n + 1].text.lower() not in _COMPOUNDS
        or tokens[n - 1].tag not in _NOUNLIKE | {"DET", "ADJ"}
    ):
        return token
    return replace(token, tag="NOUN", form="", lemma=token.text.lower())


def _headed(tokens: list[Token], n: int) -> Token:
    """Return "several" as a determiner, a first name behind a noun as a name, "a welder and" with its noun."""
    token = tokens[n]
    if token.text.lower() == "several" and token.tag == "ADV":
        return replace(token, tag="DET", form="indefinite", lemma="several")
    ahead = tokens[n + 1] if n + 1 < len(tokens) else None
    named = token.tag == "ADJ" and token.text[:1].isupper() and ahead is not None and ahead.tag == "PROPN"
    if named and n > 0 and tokens[n - 1].tag == "NOUN" and tokens[n - 1].text.islower():
        return replace(token, tag="PROPN", form="", lemma=token.text)  # "harbour master Ole Lund"
    article = n > 0 and tokens[n - 1].form == "article" and tokens[n - 1].text.lower() in {"a", "an"}
    alone = n + 1 < len(tokens) and tokens[n + 1].tag in {"CCONJ", "PUNCT"}
    if token.tag == "ADV" and article and alone:
        return replace(token, tag="NOUN", form="", lemma=token.text.lower())
    return token


def _closing(tokens: list[Token], n: int) -> Token:
    """Return "reports" at the end of a sentence as a verb where its subject stands alone behind a comma."""
    token = tokens[n]
    word = token.text.lower()
    if (
        word not in _SPEAKING
        or token.tag == "VERB"
        or n + 1 >= len(tokens)
        or tokens[n + 1].text not in {".", "”", '"'}
    ):
        return token
    at = n - 1
    while at >= 0 and tokens[at].tag in {"DET", "ADJ", "NOUN", "PROPN", "PART"}:
        at -= 1
    alone = at > 0 and at < n - 1 and tokens[at].text == "," and tokens[n - 1].tag in _NOUNLIKE
    return replace(token, tag="VERB", form="finite", lemma=_SPEAKING[word]) if alone else token


def _told(tokens: list[Token], n: int) -> Token:
    """Return "reports" behind a verb as a noun, and that verb as finite ("the city denied reports that ...")."""
    token, ahead = tokens[n], [token.text.lower() for token in tokens[n + 1 : n + 3]]
    before = tokens[n - 1] if n else None
    if token.tag != "VERB" or before is None:
        return token
    if token.text.lower() in _TOLD and before.tag in {"VERB", "ADP", "SCONJ"} and ahead[:1] in (["that"], ["of"]):
        return replace(token, tag="NOUN", form="", lemma=token.text.lower()[:-1])
    if token.form == "participle" and before.tag in _NOUNLIKE and len(ahead) > 1 and ahead[0] in _TOLD:
        return replace(token, form="finite") if ahead[1] in {"that", "of"} else token
    return token


def _subject_and_verb(tokens: list[Token], place: int) -> bool:
    """Tell whether a subject and its finite verb stand here, as behind a conjunction ("after a ferry capsized").

    A verb of saying has its subject behind the phrase: "after the blast police said".
    """
    at = place
    while at < len(tokens) and (tokens[at].tag in _SUBJECT_TAGS or tokens[at].text.lower() in {"of", "'s", "’s"}):
        at += 1
    if at == place or at >= len(tokens) or tokens[at].tag not in {"VERB", "AUX"}:
        return False
    verb = tokens[at]
    past = verb.form == "finite" or (verb.form == "participle" and not verb.text.endswith("ing"))
    return past and verb.lemma.lower() not in {"say", "tell", "report", "confirm", "announce", "add"}


def _closed(tokens: tuple[Token, ...], n: int) -> Token:
    """Return a word of a closed class as such; "according to" is an adposition, "as" of "as many as" an adverb."""
    token = tokens[n]
    word = token.text.lower()
    if token.text in _ACRONYMS and any(other.text.islower() for other in tokens):
        return replace(token, tag="PROPN", form="", lemma=token.text)
    known = _CLOSED.get(word)
    if known is None:
        after = tokens[n + 1].text.lower() if n + 1 < len(tokens) else ""
        before = tokens[n - 1].text.lower() if n else ""
        if (word, after) in _COMPOUND_ADPOSITIONS or (before, word) in _COMPOUND_ADPOSITIONS:
            return replace(token, tag="ADP", form="", lemma=word)
        if word == "as" and (after in _AMOUNTS or before in _AMOUNTS):
            return replace(token, tag="ADV", form="", lemma=word)
        return token
    return replace(token, tag=known[0], form=known[1], lemma=token.text.lower())


def _contracted(tokens: list[Token], n: int) -> Token:
    """Return "'re" as the auxiliary that it is; "'s" behind a pronoun likewise, else as a genitive."""
    token = tokens[n]
    word = token.text.lower()
    if word in _CONTRACTED:
        return replace(token, tag="AUX", form="finite", lemma=_CONTRACTED[word])
    if word in {"'s", "’s"}:
        pronoun = n > 0 and tokens[n - 1].tag == "PRON"
        return replace(token, tag="AUX", form="finite", lemma="be") if pronoun else replace(token, tag="PART", form="")
    if token.tag == "AUX" and token.lemma.endswith("'s"):
        return replace(token, lemma="be")
    return token


def _aged(tokens: list[Token], n: int) -> Token:
    """Return "a 5-year-old" as a noun, and "a 5-year-old girl" as an adjective."""
    token = tokens[n]
    if not token.text.lower().endswith(("-year-old", "-year-olds", "-month-old")):
        return token
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if after is not None and after.tag in {"NOUN", "PROPN", "ADJ"}:
        return replace(token, tag="ADJ", form="attributive", lemma=token.text.lower())
    return replace(token, tag="NOUN", form="nominalised", lemma=token.text.lower())


def _harmed(tokens: list[Token], n: int) -> Token:
    """Return a word of harm as participle, adjective or noun, by what stands beside it."""
    token = tokens[n]
    word = token.text.lower()
    if word not in _HARMED:
        return token
    before = tokens[n - 1] if n else None
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    modifies = after is not None and (
        after.tag in _NOUNLIKE or (after.tag == "ADJ" and after.text.lower() not in _HARMED)
    )
    if (
        before is not None
        and word in _NOMINAL
        and not modifies
        and before.text.lower() in {"the", "their", "its", "no"}
    ):
        return replace(token, tag="NOUN", form="nominalised", lemma=word)
    pointed = n > 1 and tokens[n - 2].text.lower() in {"the", "their", "those", "all", "its"}
    counted = before is not None and before.tag == "NUM" and (word in {"dead", "missing"} or pointed)
    if word in _NOMINAL and counted and not modifies:
        return replace(token, tag="NOUN", form="nominalised", lemma=word)
    if word in _ADJECTIVES:
        return replace(token, tag="ADJ", form="attributive" if modifies else "predicative", lemma=word)
    if word == "shot" and token.tag == "NOUN" and (before is None or before.tag in {"DET", "ADJ", "ADP"}):
        return token
    if modifies and before is not None and before.tag in {"DET", "ADP", "NUM", "ADJ", "PART"}:
        return replace(token, tag="ADJ", form="attributive", lemma=word)
    form: Form = "finite" if token.form == "finite" else "participle"
    return replace(token, tag="VERB", form=form, lemma=_LEMMAS[word])


def _verb_form(tokens: list[Token], n: int) -> Token:
    """Return a form in "-ed" as a participle behind an auxiliary, and as finite where no other verb can be.

    Between a subject and its object or an adverbial, a stretch without any auxiliary has its finite verb in "-ed"; a
    participle there would leave the clause without one ("a bomb exploded in the market").
    """
    token = _past_tense(tokens, n)
    if token.tag not in {"VERB", "AUX"} or token.text.lower().endswith("ing"):
        return token
    before = _left(tokens, n)
    word = before.text.lower() if before is not None else ""
    past = token.text.lower().endswith(("ed", "d", "t", "n", "g", "k", "w", "e"))
    if before is not None and before.tag == "AUX" and before.form != "infinitive" and word in _AUXILIARY and past:
        return replace(token, form="participle")
    if (
        before is not None
        and (word == "to" or (before.tag == "AUX" and word not in _AUXILIARY))
        and token.form == "finite"
    ):
        return replace(token, form="infinitive")
    return token


def _past_tense(tokens: list[Token], n: int) -> Token:
    """Return a past tense that the tagger took for an adjective or noun as the verb that it is.

    "left" is one between a noun and a number or article ("the blast left 23 people hurt"), "rose" before "to".
    """
    token = tokens[n]
    word = token.text.lower()
    if token.tag == "VERB" or not 0 < n < len(tokens) - 1:
        return token
    ahead = tokens[n + 1]
    if word in _HEADLINE and token.tag == "NOUN" and (ahead.tag == "NUM" or ahead.text.lower() in {"to", "at", "past"}):
        return replace(token, tag="VERB", form="finite", lemma=_HEADLINE[word])
    if word in _ALWAYS_PAST and tokens[n - 1].tag in _SUBJECT_TAGS and tokens[n - 1].tag != "DET":
        return replace(token, tag="VERB", form="finite", lemma=_ALWAYS_PAST[word])
    if word == "rose" and token.tag == "NOUN" and tokens[n + 1].text.lower() in {"to", "by", "from", "sharply"}:
        return replace(token, tag="VERB", form="finite", lemma="rise")
    if word != "left":
        return token
    object_ahead = tokens[n + 1].tag == "NUM" or tokens[n + 1].form in {"article", "possessive"}
    if tokens[n + 1].tag == "NUM" and tokens[n - 1].tag not in {"DET", "AUX"} and not _has_verb_near(tokens, n):
        return replace(token, tag="VERB", form="finite", lemma="leave")
    if tokens[n - 1].tag not in _NOUNLIKE | {"PRON"} or not (object_ahead or tokens[n + 1].text.lower() == "at"):
        return token
    return replace(token, tag="VERB", form="finite", lemma="leave")


def _has_verb_near(tokens: list[Token], n: int) -> bool:
    return any(token.tag in {"VERB", "AUX"} for token in tokens[max(0, n - 4) : n])


def _left(tokens: list[Token], n: int) -> Token | None:
    """Return the token before this one, adverbs and negations passed over."""
    at = n - 1
    while at >= 0 and (tokens[at].tag == "ADV" or tokens[at].form == "negation"):
        at -= 1
    return tokens[at] if at >= 0 else None


def _determiner(tokens: list[Token], n: int) -> Token:
    """Return "this", "her" or "all" as a determiner before a noun, else as a pronoun; "that" as what it opens."""
    token = tokens[n]
    word = token.text.lower()
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    opens_noun = after is not None and after.tag in {"NOUN", "PROPN", "ADJ", "NUM"}
    if word == "her":
        return (
            replace(token, tag="DET", form="possessive") if opens_noun else replace(token, tag="PRON", form="personal")
        )
    if word == "that" and token.tag in {"SCONJ", "DET", "PRON", "ADV"}:
        return _that(tokens, n)
    if word in _DEMONSTRATIVE:
        return replace(token, tag="DET" if opens_noun else "PRON", form="demonstrative")
    if word == "which":
        return replace(token, tag="PRON", form="relative")
    if word == "whose":
        return replace(token, tag="DET", form="relative")
    if token.tag == "DET" and token.form == "indefinite" and not opens_noun and word not in {"no", "every"}:
        return replace(token, tag="PRON", form="indefinite")
    opens_place = after is not None and after.tag in {"DET", "PROPN"} and word in {"off", "over"}
    if token.form == "particle" and (word not in _PARTICLES or opens_place):
        return replace(token, tag="ADP", form="")
    return token


def _that(tokens: list[Token], n: int) -> Token:
    """Return "that" as a conjunction behind a verb, as a relative pronoun behind a noun, or as a demonstrative."""
    token = tokens[n]
    before = tokens[n - 1] if n else None
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if after is not None and after.tag in {"VERB", "AUX"} and before is not None and before.tag in _NOUNLIKE:
        return replace(token, tag="PRON", form="relative")
    if before is None or before.tag in {"ADP", "PUNCT"}:
        return replace(
            token, tag="DET" if after is not None and after.tag in {"NOUN", "ADJ"} else "PRON", form="demonstrative"
        )
    return replace(token, tag="SCONJ", form="")


def _predicative(tokens: list[Token], n: int) -> Token:
    token = tokens[n]
    if token.tag != "ADJ" or token.form == "predicative":
        return token
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    attributive = after is not None and after.tag in {"NOUN", "PROPN", "ADJ", "NUM", "CCONJ", "PART"}
    return token if attributive else replace(token, form="predicative")
