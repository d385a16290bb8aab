"""Whether two single persons of an English article are one, and what the fact box makes of them."""

import pytest

from lagebild import annotate, extract, link
from lagebild.model import Article, Box


def box(text: str, title: str = "Report") -> Box:
    document = annotate.document(Article(id="a", title=title, text=text, language="en", published="2026-05-20"))
    return link.record(document, extract.claims(document)).box


def counts(found: Box) -> tuple[int | None, int | None]:
    return found.killed.low if found.killed else None, found.injured.low if found.injured else None


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A girl was killed when a gunman fired and struck the girl in the head.", 1, None),
        ("A girl was killed when a gunman fired and wounded another girl in the head.", 1, 1),
        ("A man was shot dead in Ulm.\n\nDan Hill was wounded at noon. Hill was pronounced dead at one.", 1, None),
        ("A man was shot dead in Ulm.\n\nJane Hill was wounded at noon. Dan Hill was pronounced dead at one.", 1, 1),
        ("A girl of six died in a shooting in Ulm.\n\nElla Stone was seriously injured in the shooting.", 1, None),
        ("A girl of six died in a shooting in Ulm.\n\nElla Stone was injured and is in stable condition.", 1, 1),
        ("A girl died and her brother was injured in a shooting in Ulm.", 1, 1),
        ("A boy was wounded in Ulm after a man shot him in the leg.", None, 1),
        ("A boy was wounded in Ulm, and a man shot his sister in the leg.", None, 2),
    ],
)
def test_one_person_told_twice_counts_once(text: str, killed: int | None, injured: int | None) -> None:
    assert counts(box(text)) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A man shot and killed his two sons in Ulm before killing himself.", 3),
        ("A man shot and killed his two sons in Ulm. He then took his own life.", 3),
        ("Two people were killed in a shooting in Ulm. The gunman killed himself.", 2),
        ("A man shot and killed his two sons in Ulm before he fled.", 2),
    ],
)
def test_one_who_killed_himself_is_added_to_those_he_killed(text: str, killed: int) -> None:
    assert counts(box(text))[0] == killed


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Five people were wounded in a shooting in Ulm. Two are in critical condition.", 5),
        ("A shooting in Ulm left two people in critical condition.", 2),
        ("Two men, including Dan Hill, sat in a car in Ulm when a gun went off, wounding a girl.", 1),
    ],
)
def test_a_condition_tells_a_part_and_a_list_ends_with_its_clause(text: str, injured: int) -> None:
    found = box(text).injured
    assert found is not None
    assert (found.low, found.high) == (injured, injured)
