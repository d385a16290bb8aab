"""How sure an English count is, and what is not asserted at all."""

import pytest

from lagebild.annotate import document
from lagebild.extract.attribution import attributions
from lagebild.extract.english.modality import modality
from lagebild.model import Article, Modality


def _modality(text: str, count: str, measure: str) -> Modality | None:
    read = document(Article(id="a", title="", text=text, language="en"))
    for sentence in read.sentences:
        words = [token.text for token in sentence.tokens]
        if count in words and measure in words:
            places = (words.index(count), words.index(measure))
            return modality(sentence, (places[0], places[0] + 1), (places[1], places[1] + 1), attributions(read))
    raise AssertionError(text)


@pytest.mark.parametrize(
    ("text", "count", "measure", "expected"),
    [
        # adverbs
        ("Four people reportedly died in the storm.", "Four", "died", "uncertain"),
        ("Four people died in the storm.", "Four", "died", "stated"),
        ("Four people died, apparently from smoke.", "Four", "died", "stated"),
        ("An apparently drunk driver killed four people.", "four", "killed", "stated"),
        ("Smugglers allegedly killed four people.", "four", "killed", "uncertain"),
        ("Suspected smugglers killed four people.", "four", "killed", "stated"),
        # fear, belief, estimates
        ("Four divers are feared dead.", "Four", "dead", "uncertain"),
        ("It is feared that four divers drowned.", "four", "drowned", "uncertain"),
        ("It is certain that four divers drowned.", "four", "drowned", "stated"),
        ("Four divers are believed to have drowned.", "Four", "drowned", "uncertain"),
        ("Four divers are known to have drowned.", "Four", "drowned", "stated"),
        ("Four divers are thought to be dead.", "Four", "dead", "uncertain"),
        ("Police believe four divers drowned.", "four", "drowned", "uncertain"),
        ("The agency estimates that 40 people drowned.", "40", "drowned", "uncertain"),
        ("The agency counted 40 people who drowned.", "40", "drowned", "stated"),
        ("Four divers were reported killed.", "Four", "killed", "uncertain"),
        ("Four divers were reported missing.", "Four", "missing", "stated"),
        ("Four divers appear to have drowned.", "Four", "drowned", "uncertain"),
        ("Four divers are likely to have drowned.", "Four", "drowned", "uncertain"),
        ("He is accused of killing four divers.", "four", "killing", "uncertain"),
        # modal verbs
        ("Four divers may have drowned.", "Four", "drowned", "uncertain"),
        ("Four divers would have drowned without the boat.", "Four", "drowned", None),
        ("Hundreds could die without help.", "Hundreds", "die", None),
        ("Four divers might be dead.", "Four", "dead", "uncertain"),
        ("Four divers will be treated for their injuries.", "Four", "treated", None),
        ("The mayor can confirm that four divers drowned.", "four", "drowned", "stated"),
        # plans, threats, orders, results
        ("The gang threatened to kill four divers.", "four", "kill", None),
        ("The gang planned to kill four divers.", "four", "kill", None),
        ("The army agreed to send 400 soldiers.", "400", "send", None),
        ("The crew managed to rescue four divers.", "four", "rescue", "stated"),
        ("The flood forced 400 people to flee.", "400", "flee", "stated"),
        ("The mayor ordered 400 people to flee.", "400", "flee", None),
        ("She was the fourth diver to drown there.", "fourth", "drown", "stated"),
        ("Officers arrived to find four people dead.", "four", "dead", "stated"),
        ("The crew claims to have killed four soldiers.", "four", "killed", "stated"),
        # conditions, questions, near misses, ignorance
        ("If four people died, the mayor must go.", "four", "died", None),
        ("It is unclear whether four people died.", "four", "died", None),
        ("Did four people die?", "four", "die", None),
        ("Four people nearly drowned.", "Four", "drowned", None),
        ("The pilot avoided killing four people.", "four", "killing", None),
        ("There were no reports of four deaths.", "four", "deaths", None),
        ("The clinic could not confirm four people died.", "four", "died", None),
        ("No deaths were reported by nightfall.", "No", "deaths", "uncertain"),
        # denials
        ("The army denied that four people had been killed.", "four", "killed", "denied"),
        ("The army denied killing four people.", "four", "killing", "denied"),
        ("The mayor dismissed as false a claim that four people died.", "four", "died", "denied"),
        ("The mayor backed a claim that four people died.", "four", "died", "stated"),
        ("Reports that four people died are untrue.", "four", "died", "denied"),
        ("Not four but three people died.", "four", "died", "denied"),
        ("Not four but three people died.", "three", "died", "stated"),
        ("Police first spoke of four dead; the figure was cut to three.", "four", "dead", "denied"),
        ("Police first spoke of four dead; the figure rose to six.", "four", "dead", "stated"),
        ("Rebels said four people were killed. The army denied this.", "four", "killed", "denied"),
        ("Rebels said four people were killed. The mayor said the claim was false.", "four", "killed", "denied"),
        ("Rebels said four people were killed. The army confirmed this.", "four", "killed", "stated"),
        ("Rebels said four people were killed. The army denied that it fled.", "four", "killed", "stated"),
        ("An earlier version of this article said four people died.", "four", "died", "denied"),
    ],
)
def test_how_sure_a_count_is(text: str, count: str, measure: str, expected: Modality | None) -> None:
    assert _modality(text, count, measure) == expected
