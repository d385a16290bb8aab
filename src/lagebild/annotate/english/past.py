"""Past tenses of armed and official acts that the tagger takes for adjectives, nouns or participles."""

from dataclasses import replace

from lagebild.model import Token

_PAST = {
    "shelled": "shell", "bombed": "bomb", "bombarded": "bombard", "strafed": "strafe", "pounded": "pound",
    "raided": "raid", "stormed": "storm", "ambushed": "ambush", "attacked": "attack", "assaulted": "assault",
    "seized": "seize", "captured": "capture", "recaptured": "recapture", "retook": "retake", "overran": "overrun",
    "occupied": "occupy", "liberated": "liberate", "repelled": "repel", "repulsed": "repulse", "routed": "rout",
    "expelled": "expel", "ousted": "oust", "deployed": "deploy", "dispatched": "dispatch", "redeployed": "redeploy",
    "stationed": "station", "mobilised": "mobilise", "mobilized": "mobilize", "arrested": "arrest",
    "detained": "detain", "apprehended": "apprehend", "nabbed": "nab", "jailed": "jail", "ordered": "order",
    "instructed": "instruct", "signed": "sign", "sealed": "seal", "ratified": "ratify", "brokered": "broker",
    "imposed": "impose", "sanctioned": "sanction", "blacklisted": "blacklist", "donated": "donate",
    "delivered": "deliver", "supplied": "supply", "shipped": "ship", "exported": "export", "furnished": "furnish",
    "equipped": "equip", "armed": "arm", "denied": "deny", "confirmed": "confirm", "admitted": "admit",
    "acknowledged": "acknowledge", "conceded": "concede", "torpedoed": "torpedo", "sank": "sink", "downed": "down",
    "fired": "fire", "struck": "strike", "drove": "drive", "fought": "fight", "clashed": "clash",
}  # fmt: skip
_SUBJECTS = frozenset({"NOUN", "PROPN"})
_OBJECTS = frozenset({"DET", "NUM", "NOUN", "PROPN", "ADJ"})
_AIMED = {"fired": frozenset({"on", "at", "into"}), "clashed": frozenset({"with", "in", "near", "on", "over"})}


def with_past(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with the past tense that a sentence without a finite verb must have in one of these words.

    "Artillery units shelled villages" has one, "shelled villages" and "two men arrested in Dakar" have none.
    """
    at = next((n for n in range(1, len(tokens) - 1) if _is_past(tokens, n) and _lacks_verb(tokens, n)), -1)
    if at < 0:
        return tokens
    verb = replace(tokens[at], tag="VERB", form="finite", lemma=_PAST[tokens[at].text])
    return (*tokens[:at], verb, *tokens[at + 1 :])


def _lacks_verb(tokens: tuple[Token, ...], n: int) -> bool:
    """Tell whether the stretch between marks that a word stands in has no finite verb."""
    first = max((k for k in range(n) if tokens[k].tag in {"PUNCT", "SCONJ"}), default=-1)
    last = min((k for k in range(n + 1, len(tokens)) if tokens[k].tag == "PUNCT"), default=len(tokens))
    return not any(t.tag in {"VERB", "AUX"} and t.form == "finite" for t in tokens[first + 1 : last])


def _is_past(tokens: tuple[Token, ...], n: int) -> bool:
    """Tell whether a word stands between what can be its subject and its object, or what it is aimed at."""
    word, ahead = tokens[n].text, tokens[n + 1]
    if word not in _PAST or tokens[n - 1].tag not in _SUBJECTS:
        return False
    aimed = ahead.text.lower() in _AIMED.get(word, frozenset()) and n + 2 < len(tokens) and tokens[n + 2].tag != "PUNCT"
    if tokens[n].tag == "VERB":
        return aimed
    return aimed or ahead.tag in _OBJECTS
