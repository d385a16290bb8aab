"""Who says so in English sentences."""

import pytest

from lagebild.annotate import document
from lagebild.extract.attribution import attributions, sources_of
from lagebild.model import Article, Document, Source


def _read(text: str, title: str = "") -> Document:
    return document(Article(id="a", title=title, text=text, language="en"))


def _sources(text: str, count: str) -> tuple[Source, ...]:
    start = text.index(count)
    return sources_of(attributions(_read(text)), "text", start, start + len(count))


@pytest.mark.parametrize(
    ("text", "count", "sources"),
    [
        # behind a verb of saying
        ("Police said nine people were killed.", "nine", ["Police"]),
        ("The harbour master said that nine people had drowned.", "nine", ["The harbour master"]),
        ("Olmen police say nine people were killed.", "nine", ["Olmen police"]),
        (
            "The harbour master told Reuters on Monday that nine people had drowned.",
            "nine",
            ["The harbour master", "Reuters"],
        ),
        ("The harbour master told the Gazette nine people had drowned.", "nine", ["The harbour master", "the Gazette"]),
        ("The harbour master told reporters nine people had drowned.", "nine", ["The harbour master"]),
        ("A porter told the newspaper Ukko that nine people drowned.", "nine", ["A porter", "the newspaper Ukko"]),
        ("The ministry, quoted by TASS, put the death toll at nine.", "nine", ["The ministry", "TASS"]),
        ("The ministry, advised by TASS, put the death toll at nine.", "nine", ["The ministry"]),
        (
            "Nine people died, state media quoted the police chief as saying.",
            "Nine",
            ["the police chief", "state media"],
        ),
        ("Nine people died, state media saw the police chief as liable.", "Nine", []),
        ("At a news conference, the governor said nine people had drowned.", "nine", ["the governor"]),
        ("Ana Kovac, 30, a nurse, said nine people were killed.", "nine", ["Ana Kovac"]),
        ("The mayor, who had met the fire chief, said nine people were hurt.", "nine", ["The mayor"]),
        ("The company that runs the pit said nine miners were killed.", "nine", ["The company that runs the pit"]),
        ("A spokesman for the coast guard said nine people had drowned.", "nine", ["A spokesman for the coast guard"]),
        ("Ana Kovac of the fire service said nine people were killed.", "nine", ["Ana Kovac"]),
        ("Officials in Olmen said nine people were killed.", "nine", ["Officials in Olmen"]),
        ("The clinic in Olmen, Utah said nine people were killed.", "nine", ["The clinic in Olmen, Utah"]),
        ("The mayor visited the site and said nine people were killed.", "nine", ["The mayor"]),
        ("The army retreated, saying that nine soldiers were killed.", "nine", ["The army"]),
        # around and before it
        ("Nine people were killed, police said.", "Nine", ["police"]),
        (
            "Nine people were killed, the head of the council in Olmen said.",
            "Nine",
            ["the head of the council in Olmen"],
        ),
        (
            "Nine people were killed, a group that runs boats off the coast said on Sunday.",
            "Nine",
            ["a group that runs boats off the coast"],
        ),
        ("Nine people were killed in a boat that sank, the coast guard said.", "Nine", ["the coast guard"]),
        ("Nine people were killed, a research institute said on Sunday.", "Nine", ["a research institute"]),
        ("Nine people were killed, a claim the institute denied.", "Nine", ["the institute"]),
        ("Nine people, police said, were killed when a dam broke.", "Nine", ["police"]),
        ("Four people were killed, police said, and nine were hurt.", "nine", ["police"]),
        ("Four people were killed, police said, and nine were hurt, the clinic said.", "nine", ["the clinic"]),
        ("Four people were killed, police said, and nine were hurt, the clinic said.", "Four", ["police"]),
        ("Nine people were killed, said Police Chief Ana Kovac.", "Nine", ["Police Chief Ana Kovac"]),
        ("Nine people were killed, said Lt. Ana Kovac.", "Nine", ["Lt. Ana Kovac"]),
        ("Nine people were killed, said a spokesman for the mayor.", "Nine", ["a spokesman for the mayor"]),
        ("Nine people were killed; four were hurt, the clinic said in a statement.", "Nine", ["the clinic"]),
        ("“We found nine people dead,” said Ana Kovac.", "nine", ["Ana Kovac"]),
        ("“It was dark. We found nine people dead,” Ana Kovac said.", "nine", ["Ana Kovac"]),
        ("“It was dark,” Ana Kovac said. “We found nine people dead.”", "nine", ["Ana Kovac"]),
        # according to
        ("According to the coast guard, nine people drowned.", "nine", ["the coast guard"]),
        ("Nine people drowned, according to the coast guard.", "Nine", ["the coast guard"]),
        ("Nine people drowned, according to a report by the coast guard.", "Nine", ["the coast guard"]),
        ("Nine people drowned, according to the coast guard's figures.", "Nine", ["the coast guard"]),
        ("Nine people drowned, according to reports.", "Nine", ["reports"]),
        # objects, tolls, reports
        ("The clinic reported nine deaths.", "nine", ["The clinic"]),
        ("The council put the death toll at nine.", "nine", ["The council"]),
        ("The police had first spoken of nine dead.", "nine", ["The police"]),
        ("It was the first count of the union, which had reported nine deaths.", "nine", ["the union"]),
        ("Officers went out after reports that nine people had been shot.", "nine", ["reports"]),
        ("The city denied reports that nine people had drowned.", "nine", ["reports"]),
        ("The mayor dismissed a hospital's claim that nine people had died.", "nine", ["a hospital", "The mayor"]),
        ("Official figures show nine people were killed on the road.", "nine", ["Official figures"]),
        ("Nine deaths were confirmed by the health ministry.", "Nine", ["the health ministry"]),
        ("The Gazette quoted a doctor as saying that nine people had died.", "nine", ["a doctor", "The Gazette"]),
        ("A doctor was quoted as saying nine people had died.", "nine", ["A doctor"]),
        ("Nine people died, the Gazette reported, citing the clinic.", "Nine", ["the clinic", "the Gazette"]),
        ("Police said nine people died, but the clinic said four did.", "nine", ["Police"]),
        ("Police said nine people died, but the clinic said four did.", "four", ["the clinic"]),
        # pronouns
        ("The mayor spoke to reporters. Nine people had died, he said.", "Nine", ["The mayor"]),
        ("The coast guard told another story. It said nine people had drowned.", "nine", ["The coast guard"]),
        ("The coast guard left. Nine people had drowned, he said.", "Nine", []),
        ("When officers arrived, they say they found nine people shot.", "nine", ["officers"]),
        # nobody
        ("Nine people were killed when a dam broke.", "Nine", []),
        ("Nine people were killed, prompting the union to call a strike.", "Nine", []),
        ("Police arrested nine people.", "nine", []),
        ("Firefighters found nine people dead.", "nine", []),
        ("Police said the road was closed. Nine people were killed.", "Nine", []),
        ("The clinic did not say whether nine people had died.", "nine", []),
        ("Four people were hurt, said Ana Kovac, who lost nine relatives.", "nine", []),
        ("There were nine deaths or major injuries reported.", "nine", []),
        ("A man accused of killing nine people was found.", "nine", []),
        ("Nine people were found dead by firefighters.", "Nine", []),
    ],
)
def test_the_sources_of_a_count(text: str, count: str, sources: list[str]) -> None:
    assert [source.text for source in _sources(text, count)] == sources


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Police: nine dead in dam burst", "Police"),
        ("Nine dead in dam burst, police say", "police"),
        ("Nine dead in dam burst - officials", "officials"),
        ("Red Cross says nine dead in dam burst", "Red Cross"),
        ("Update: nine dead in dam burst", ""),
        ("Olmen: nine dead in dam burst", ""),
    ],
)
def test_who_speaks_in_a_headline(title: str, source: str) -> None:
    start = title.lower().index("nine")
    found = sources_of(attributions(_read("", title)), "title", start, start + 4)
    assert [one.text for one in found] == ([source] if source else [])


def test_who_passes_it_on_is_told_from_the_origin() -> None:
    found = _sources("Nine people died, the Gazette reported, citing the clinic.", "Nine")
    assert [source.role for source in found] == ["origin", "via"]


def test_who_denies_and_who_confirms_is_told_apart() -> None:
    denied = _sources("The army denied that nine people had been killed.", "nine")
    confirmed = _sources("The army confirmed that nine people had been killed.", "nine")
    said = _sources("The army said that nine people had been killed.", "nine")
    assert [found[0].stance for found in (denied, confirmed, said)] == ["denies", "confirms", "asserts"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We found nine people dead,” a diver said.", "direct"),
        ("A diver said nine people were dead.", "indirect"),
        ("A diver spoke of nine dead.", "reported"),
    ],
)
def test_the_form_of_what_is_said(text: str, form: str) -> None:
    assert attributions(_read(text))[-1].form == form


def test_every_span_quotes_the_text() -> None:
    text = "Jan Holub, the mayor, said nine people had died. “It was dark,” he added, citing the clinic's report."
    for found in attributions(_read(text)):
        for source in found.sources:
            assert text[source.start : source.end] == source.quote == source.text
        for cue in found.cue:
            assert text[cue.start : cue.end] == cue.quote


def test_nothing_is_attributed_in_an_empty_text() -> None:
    assert attributions(_read("")) == ()


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Hamas said nine soldiers were killed, a claim Israel denied.", "Israel"),
        ("Kyiv spoke of nine dead soldiers, a figure officials disputed.", "officials"),
        ("Hamas said nine soldiers were killed, but Israel denied this.", "Israel"),
        ("Hamas said nine soldiers were killed. Israel denied this.", "Israel"),
        ("Asked about Malu, Hamas said nine soldiers were killed.", ""),
    ],
)
def test_who_denies_is_named_without_the_claim(text: str, denier: str) -> None:
    assert "".join(source.text for source in _sources(text, "nine") if source.stance == "denies") == denier
