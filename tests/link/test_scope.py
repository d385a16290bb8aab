"""Which figures are about the article's main incident."""

from typing import cast

import pytest

from lagebild.link.scope import scoped
from lagebild.link.times import times
from lagebild.model import IncidentType, Scope
from tests.link.claimed import document, figure


def _scopes(
    text: str, *counts: tuple[str, int], title: str = "Meldung", kind: IncidentType = "accident.road"
) -> list[Scope]:
    made = document(text, title=title)
    figures = tuple(figure(made, words, "killed", number) for words, number in counts)
    return [one.scope for one in scoped(made, figures, incident_type=kind, times=times(made))]


LEAD = "Bei einem Busunfall in Weimar sind am Dienstag zwei Menschen gestorben."


@pytest.mark.parametrize(
    "background",
    [
        "Vor drei Jahren waren dort bei einem ähnlichen Unfall neun Menschen gestorben.",
        "Im Jahr 2019 starben auf der Strecke neun Menschen.",
        "Zuletzt hatte es im Januar einen Unfall gegeben. Dabei waren neun Menschen gestorben.",
        "Erst im März waren bei Jena neun Menschen ums Leben gekommen.",
        "In diesem Jahr sind auf Thüringens Straßen bereits neun Menschen gestorben.",
        "Das Unglück weckt Erinnerungen an einen anderen Unfall. Bei Gera starben neun Menschen.",
        "Seit 2020 kamen auf dieser Straße neun Menschen um.",
        "Am Montag waren vor Suhl bereits neun Menschen gestorben.",
        "Auch anderswo gab es Unfälle. Bei Suhl starben neun Menschen.",
        "Einen Zusammenhang mit dem Unfall vom 3. April, bei dem neun Menschen starben, gibt es nicht.",
    ],
)
def test_background_is_of_another_incident(background: str) -> None:
    assert _scopes(f"{LEAD}\n\n{background}", ("zwei", 2), ("neun", 9)) == ["main", "other"]


@pytest.mark.parametrize(
    "more",
    [
        "Drei Menschen starben noch an der Unfallstelle.",
        "Der Unfall ereignete sich am Morgen. Drei Menschen starben sofort.",
        "Drei Reisende, die vor zwei Jahren aus Gera gekommen waren, starben.",
        "Insgesamt starben drei Menschen.",
    ],
)
def test_what_goes_on_telling_is_of_the_main_incident(more: str) -> None:
    count = "Drei" if "Drei" in more else "drei"
    assert _scopes(f"{LEAD}\n\n{more}", ("zwei", 2), (count, 3)) == ["main", "main"]


def test_a_new_paragraph_comes_back_to_the_main_incident() -> None:
    text = f"{LEAD}\n\nVor einem Jahr waren dort neun Menschen gestorben.\n\nDrei Menschen starben in der Klinik."
    assert _scopes(text, ("neun", 9), ("Drei", 3)) == ["other", "main"]


def test_an_old_deed_in_a_relative_clause_is_another_incident() -> None:
    text = "Die Polizei hat in Gera einen Mann gefasst, der vor vier Jahren zwei Menschen getötet haben soll."
    made = document(text)
    figures = (figure(made, "einen", "detained", 1), figure(made, "zwei", "killed", 2))
    assert [one.scope for one in scoped(made, figures, incident_type="crime.arrest")] == ["main", "other"]


def test_a_memorial_and_a_trial_have_no_dead_of_their_own() -> None:
    text = "In Gera haben Hunderte des Unglücks gedacht, bei dem zwei Menschen starben."
    assert _scopes(text, ("zwei", 2), kind="none") == ["other"]
    text = "Das Gericht hat am Montag einen Fahrer verurteilt, der zwei Menschen getötet hatte."
    assert _scopes(text, ("zwei", 2), kind="crime.trial") == ["other"]


def test_an_epidemic_counts_over_months() -> None:
    text = "In der Stadt grassiert ein Fieber. Seit Januar starben zwei Menschen."
    assert _scopes(text, ("zwei", 2), kind="health.outbreak") == ["main"]
    assert _scopes(text, ("zwei", 2)) == ["other"]


def test_a_year_as_a_whole_is_no_incident() -> None:
    assert _scopes("In Thüringen starben 2025 bei Unfällen neun Menschen.", ("neun", 9)) == ["other"]
    assert _scopes("In Thüringen starben am Montag bei einem Unfall neun Menschen.", ("neun", 9)) == ["main"]


def test_a_round_up_is_about_its_first_entry() -> None:
    text = (
        "Bei Glätte gab es am Montag mehrere Unfälle im Land.\n\n"
        "Gera: Auf der Autobahn stießen nach Angaben der Polizei drei Lastwagen zusammen, zwei Menschen starben.\n\n"
        "Suhl: Ein Reisebus kam kurz nach Mitternacht von der Straße ab und stürzte um, neun Menschen starben."
    )
    assert _scopes(text, ("zwei", 2), ("neun", 9)) == ["main", "other"]


def test_troops_are_sent_for_months() -> None:
    made = document("Nach Angaben aus Seoul hat das Land im vergangenen Jahr 500 Soldaten entsandt.")
    figures = (figure(made, "500", "deployed", 500),)
    for kind, expected in (("conflict.deployment", "main"), ("accident.fire", "other")):
        found = scoped(made, figures, incident_type=cast("IncidentType", kind), times=times(made))
        assert found[0].scope == expected
