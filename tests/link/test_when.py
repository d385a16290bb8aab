"""The day of the main incident is told from the days of statements, new totals, other incidents and plans."""

import pytest

from lagebild.annotate.dates import mentions
from lagebild.link.times import times
from lagebild.link.when import dated, incident_time
from lagebild.model import Article, Document, Figure, IncidentType, Sentence

FRIDAY = "2025-05-02"


def document(text: str, published: str | None = FRIDAY, language: str = "de") -> Document:
    """Return a document with one sentence a line, as far as these rules need it."""
    title = "Brand in Neustadt" if language == "de" else "Fire in Newtown"
    article = Article(id="a", title=title, text=text, language=language, published=published)
    found = [Sentence("title", 0, len(article.title), 0, 0, tagged=False, tokens=())]
    start = 0
    for line in text.split("\n"):
        found.append(Sentence("text", start, start + len(line), len(found), 0, tagged=False, tokens=()))
        start += len(line) + 1
    return Document(article, tuple(found), (), mentions(article))


def figure(made: Document, count: str, scope: str = "main") -> Figure:
    start = made.article.text.index(count)
    span = made.article.span("text", start, start + len(count))
    return Figure(
        "f", "killed", 5, 5, "exact", "stated", span, span, "rule", 1.0, scope="main" if scope == "main" else "other"
    )


def start(text: str, published: str | None = FRIDAY, language: str = "de") -> str | None:
    made = document(text, published, language)
    found = incident_time(made, (), times(made))
    return found.date if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bei einem Brand sind am Mittwoch fünf Menschen gestorben.", "2025-04-30"),
        ("In der Nacht zum Donnerstag ist ein Haus abgebrannt.", "2025-05-01"),
        ("Gegen 14 Uhr stürzte eine Mauer ein.", "2025-05-02"),
        ("Heute ist eine Mauer eingestürzt.", "2025-05-02"),
        ("Wie die Stadt am Freitag mitteilte, brannte am Mittwoch ein Haus.", "2025-04-30"),
        ("Nach dem Brand vom Mittwoch ist die Zahl der Toten am Donnerstag auf elf gestiegen.", "2025-04-30"),
        ("Drei Tage nach dem Brand sucht die Feuerwehr weiter.", "2025-04-29"),
        ("Am Tag nach dem Brand sucht die Feuerwehr weiter.", "2025-05-01"),
        ("Bei einem nächtlichen Brand kam ein Mann um.", "2025-05-02"),
        ("Ein Haus ist abgebrannt.\nDas Feuer ist am Mittwoch ausgebrochen.", "2025-04-30"),
        ("Seit Montag sind elf Schüler krank.", "2025-04-28"),
    ],
)
def test_the_day_of_the_incident_is_found(text: str, day: str) -> None:
    assert start(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Ein Haus ist abgebrannt.",
        "Das sagte ein Sprecher am Donnerstag.",
        "Die Zahl der Toten ist am Donnerstag auf elf gestiegen.",
        "Bereits am Montag hatte dort ein Haus gebrannt.",
        "Zehn Jahre nach dem Brand steht die Ruine noch.",
        "Am Montag wird die Ruine abgerissen.",
        "Die Straße bleibt bis Montag gesperrt.",
    ],
)
def test_no_day_is_made_up(text: str) -> None:
    assert start(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Five people died on Wednesday in a fire.", "2025-04-30"),
        ("Five people died when a bus crashed on Wednesday, the mayor said on Thursday.", "2025-04-30"),
        ("The army said on Thursday that its troops had killed five gunmen a day earlier.", "2025-04-30"),
        ("A house burned down overnight.", "2025-05-02"),
        ("A man was shot dead early on Thursday.", "2025-05-01"),
        ("A house burned down in the early hours of Thursday.", "2025-05-01"),
        ("Police said around 2 a.m. Thursday two men were shot.", "2025-05-01"),
        ("Divers recovered two more bodies on Thursday, two days after Tuesday's ferry disaster.", "2025-04-29"),
        ("The death toll rose to eleven on Thursday after Wednesday's bus crash near Newtown.", "2025-04-30"),
        ("NEWTOWN, May 2 (Reuters) - A bomb exploded on Wednesday.", "2025-04-30"),
        ("A wall collapsed at around 2:30 p.m. local time.", "2025-05-02"),
        ("Three days after the fire crews keep searching.", "2025-04-29"),
        ("The day after the fire crews keep searching.", "2025-05-01"),
        ("A house burned down.\nThe fire broke out on Wednesday.", "2025-04-30"),
        ("Police have held eleven boys since Monday.", "2025-04-28"),
        ("The coroner said Ann Lee was killed Wednesday.", "2025-04-30"),
    ],
)
def test_the_day_of_an_english_incident_is_found(text: str, day: str) -> None:
    assert start(text, language="en") == day


@pytest.mark.parametrize(
    "text",
    [
        "A house burned down.",
        "A spokesman told reporters in Newtown on Thursday.",
        "The police on Thursday said five people had died.",
        "In a statement late on Thursday the army spoke of five dead.",
        "The death toll rose to eleven on Thursday.",
        "A similar fire broke out on Monday.",
        "Ten years after the fire the ruin still stands.",
        "On Monday the ruin will be pulled down.",
        "The road is closed until Monday.",
        "NEWTOWN, May 2 (Reuters) - A house burned down.",
    ],
)
def test_no_english_day_is_made_up(text: str) -> None:
    assert start(text, language="en") is None


def test_one_week_after_an_earlier_incident_is_not_its_day() -> None:
    assert start("Eine Woche nach dem Brand hat es am Mittwoch erneut gebrannt.") == "2025-04-30"


def test_a_month_of_a_main_figure_is_better_than_nothing() -> None:
    made = document("Seit Januar 2025 starben dort 29 Menschen am Fieber.")
    found = incident_time(made, (figure(made, "29"),), times(made))
    assert found is not None
    assert (found.date, found.time.precision) == ("2025-01", "month")
    assert incident_time(made, (figure(made, "29", "other"),), times(made)) is None


def test_without_a_day_of_publication_a_full_date_is_still_found() -> None:
    assert start("Am 6. August 2005 brannte ein Haus.", None) == "2005-08-06"
    assert start("Am Mittwoch brannte ein Haus.", None) is None


@pytest.mark.parametrize(
    ("text", "as_of", "time"),
    [
        ("Im vergangenen Jahr kamen 11 Helfer.", "2024", "vergangenen Jahr"),
        ("Zu Beginn des Jahres 2025 schrieb das Blatt, dass 11 Helfer kamen.", "2025-01", None),
        ("Bislang kamen 11 Helfer.", "2025-05-02", None),
        ("Vergangene Woche kamen 11 Helfer.", "2025-04", "Vergangene Woche"),
        ("Am Mittwoch kamen 11 Helfer.", "2025-04-30", "Mittwoch"),
        ("Ende 2023 kamen 11 Helfer.", "2023-12", "Ende 2023"),
    ],
)
def test_a_figure_holds_at_the_time_of_its_clause(text: str, as_of: str, time: str | None) -> None:
    made = document(text)
    (found,) = dated(made, (figure(made, "11"),), times(made))
    assert (found.as_of, found.time.quote if found.time else None) == (as_of, time)


def test_a_figure_of_an_undated_article_holds_at_no_known_time() -> None:
    made = document("Bislang kamen 11 Helfer.", None)
    (found,) = dated(made, (figure(made, "11"),), times(made))
    assert (found.as_of, found.time) == (None, None)


@pytest.mark.parametrize(
    ("text", "language", "span", "day"),
    [
        ("In der Nacht zum Donnerstag ist ein Haus abgebrannt.", "de", ("2025-04-30", "2025-05-01"), "2025-05-01"),
        ("In der Nacht ist ein Haus abgebrannt.", "de", ("2025-05-02", "2025-05-02"), "2025-05-02"),
        ("In der letzten Nacht ist ein Haus abgebrannt.", "de", ("2025-05-01", "2025-05-02"), "2025-05-02"),
        ("Vom 26. bis 28. April brannte ein Wald.", "de", ("2025-04-26", "2025-04-28"), "2025-04-26"),
        ("Am 26. und 28. April brannte ein Wald.", "de", ("2025-04-26", "2025-04-26"), "2025-04-26"),
        ("Zwischen dem 26. und 28. April brannte ein Wald.", "de", ("2025-04-26", "2025-04-28"), "2025-04-26"),
        ("A forest burned from 26 to 28 April.", "en", ("2025-04-26", "2025-04-28"), "2025-04-26"),
        ("A forest burned on 26 and 28 April.", "en", ("2025-04-26", "2025-04-26"), "2025-04-26"),
        ("A forest burned between April 26 and 28.", "en", ("2025-04-26", "2025-04-28"), "2025-04-26"),
        ("A house burned down last night.", "en", ("2025-05-01", "2025-05-02"), "2025-05-01"),
        ("A house burned on the night between Monday and Tuesday.", "en", ("2025-04-28", "2025-04-29"), "2025-04-29"),
        ("A house burned down on Thursday night.", "en", ("2025-05-01", "2025-05-01"), "2025-05-01"),
    ],
)
def test_an_incident_spans_the_days_that_its_time_names(
    text: str, language: str, span: tuple[str, str], day: str
) -> None:
    made = document(text, language=language)
    found = incident_time(made, (), times(made))
    assert found is not None
    assert ((found.time.start, found.time.end), found.date) == (span, day)


@pytest.mark.parametrize(
    ("text", "language", "span"),
    [
        ("Zwischen Juli und August starben dort 29 Menschen am Fieber.", "de", ("2024-07", "2024-08")),
        ("Im Juli und August starben dort 29 Menschen am Fieber.", "de", ("2024-07", "2024-07")),
        ("There 29 people died between July and August.", "en", ("2024-07", "2024-08")),
        ("There 29 people died from July to August.", "en", ("2024-07", "2024-08")),
    ],
)
def test_a_range_of_months_is_the_time_of_an_incident(text: str, language: str, span: tuple[str, str]) -> None:
    made = document(text, language=language)
    found = incident_time(made, (figure(made, "29"),), times(made))
    assert found is not None
    assert ((found.time.start, found.time.end), found.date) == (span, span[0])


@pytest.mark.parametrize(
    ("text", "as_of", "time"),
    [
        ("As of Wednesday, 11 helpers were there.", "2025-04-30", "Wednesday"),
        ("By Wednesday evening, the crew had risen to 11.", "2025-04-30", "Wednesday evening"),
        ("Last year, 11 helpers came.", "2024", "Last year"),
        ("He left on Wednesday, 11 helpers came.", "2025-04-30", None),
        ("Another 11 have been there since Wednesday.", "2025-05-02", "Wednesday"),
        ("Another 11 were there on Wednesday.", "2025-04-30", "Wednesday"),
    ],
)
def test_an_english_figure_holds_at_the_time_that_opens_its_sentence(text: str, as_of: str, time: str | None) -> None:
    made = document(text, language="en")
    (found,) = dated(made, (figure(made, "11"),), times(made))
    assert (found.as_of, found.time.quote if found.time else None) == (as_of, time)


def test_what_lasts_since_a_day_holds_at_publication() -> None:
    for text, as_of in (("Seit Mittwoch kamen 11 Helfer.", FRIDAY), ("Am Mittwoch kamen 11 Helfer.", "2025-04-30")):
        made = document(text)
        (found,) = dated(made, (figure(made, "11"),), times(made))
        assert (found.as_of, found.time.quote if found.time else None) == (as_of, "Mittwoch")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Zwei Tage nach dem Einsturz einer Brücke holten Helfer am Freitag zwei Männer heraus.", "2025-04-30"),
        ("Zwei Tage nach der Wahl ist am Freitag eine Brücke eingestürzt.", "2025-05-02"),
        ("Zwei Tage nach dem Anschlag hat die Luftwaffe am Freitag ein Lager bombardiert.", "2025-05-02"),
        ("Am Donnerstag starben zwei Hirten in den Flammen.\nDas Feuer war am Dienstag ausgebrochen.", "2025-04-29"),
        ("Am Donnerstag brannte ein Haus.\nDer erste Brand war am Dienstag ausgebrochen.", "2025-05-01"),
        ("Am Donnerstag fanden Taucher das Wrack.\nDie Fähre war am Dienstag im Sturm gesunken.", "2025-04-29"),
        ("Am Donnerstag sank eine Fähre.\nAm Dienstag war ein Kutter gesunken.", "2025-05-01"),
        ("Gegen 14 Uhr drehte der Wind.\nSeit gestern brennt es im Bezirk.", "2025-05-01"),
        ("Gegen 14 Uhr stürzte eine Mauer ein.\nSeit gestern prüft die Stadt die Häuser.", "2025-05-02"),
        ("Ein Radfahrer erlag am Donnerstag noch an der Unfallstelle seinen Verletzungen.", "2025-05-01"),
        ("Ein Radfahrer erlag am Donnerstag seinen Verletzungen.", None),
        ("Ein Radfahrer erlag am Donnerstag einer Stichverletzung.", "2025-05-01"),
        ("Am Donnerstag starb ein drittes Opfer in der Klinik.", None),
        ("Am Donnerstag fanden Helfer die letzten beiden Vermissten tot.", None),
        ("Am Donnerstag fanden Spaziergänger eine Leiche.", "2025-05-01"),
        (
            "Am Donnerstag wurden zwei Kinder aus den Trümmern gezogen.\nDas Haus brach am Dienstag zusammen.",
            "2025-04-29",
        ),
        ("Am Donnerstag wurden zwei Kinder aus den Trümmern gezogen.", "2025-05-01"),
        ("Am Donnerstag nahmen Männer fünf Geiseln.", "2025-05-01"),
        ("Am Donnerstag wurden die Geiseln befreit.", None),
        ("Die Behörde hatte am Donnerstag neun Tote genannt.", None),
        (
            "Häftlinge halten zwei Wärter fest." + "\nEs ist still." * 12 + "\nDie Meuterei vom Montag dauert an.",
            "2025-04-28",
        ),
        ("Häftlinge halten zwei Wärter fest." + "\nEs ist still." * 12 + "\nAm Montag regnete es dort.", None),
        ("Eine Woche nach dem Brand ist am Freitag ein weiterer Verletzter gestorben.", "2025-04-25"),
        ("Eine Woche nach dem Brand ist am Freitag ein weiterer Stall abgebrannt.", "2025-05-02"),
        ("Am Donnerstag wurden die Überlebenden an Land gebracht.", None),
        ("Am Donnerstag wurde ein Boot an Land gespült.", "2025-05-01"),
        (
            "Ein Kind wurde am Donnerstag ins Krankenhaus geflogen.\nEs ist das Opfer des Brandes vom Montag.",
            "2025-04-28",
        ),
        ("Ein Kind wurde am Donnerstag ins Krankenhaus geflogen.\nEs ist das Opfer eines Brandes.", "2025-05-01"),
        ("Ermittler haben am Donnerstag Zeugen befragt, deren Stall am Montag abgebrannt war.", "2025-04-28"),
        ("Männer haben am Donnerstag einen Stall angezündet, der am Montag fertig war.", "2025-05-01"),
        ("Drei Jahre nach einem Brand hat das Gericht einen Mann am Donnerstag verurteilt.", "2025-05-01"),
    ],
)
def test_the_first_day_counts_and_not_that_of_what_came_later(text: str, day: str | None) -> None:
    assert start(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two days after the collapse of a bridge crews brought out two men on Friday.", "2025-04-30"),
        ("Two days after the vote a bridge collapsed on Friday.", "2025-05-02"),
        ("A firefighter was hurt on Thursday.\nThe fire had broken out on Tuesday.", "2025-04-29"),
        ("A firefighter was hurt on Thursday.\nThe fire was first reported on Tuesday.", "2025-04-29"),
        ("A house burned down on Thursday.\nThe first fire had broken out on Tuesday.", "2025-05-01"),
        ("A house burned down on Thursday.\nA fire had broken out on Tuesday.", "2025-05-01"),
        ("A cyclist died of his injuries on Thursday.", None),
        ("A cyclist died on Thursday.", "2025-05-01"),
        ("The only survivor of a coach that crashed on Tuesday died in a hospital on Thursday.", "2025-04-29"),
        ("A woman died in a hospital overnight.", None),
        ("A woman died in a fire overnight.", "2025-05-02"),
        ("Two days after a dam burst crews reached a village on Friday.", "2025-04-30"),
        ("Two days after a deal was struck a dam burst on Friday.", "2025-05-02"),
        ("A week after the fire another man died on Friday.", "2025-04-25"),
        ("A week after the fire another barn burned on Friday.", "2025-05-02"),
        ("Crews called off their search on Thursday.", None),
        ("Crews began their search on Thursday.", "2025-05-01"),
        ("A minister resigned on Thursday over a fire that killed five on Monday.", "2025-04-28"),
        ("A minister was hurt on Thursday in a fire that burned since Monday.", "2025-05-01"),
        ("Soldiers freed all nine hostages before dawn on Thursday.", None),
        ("A house burned down before dawn on Thursday.", "2025-05-01"),
        ("A bridge fell.\nIt was old.\nOn Thursday people waded again.", None),
        ("A bridge fell.\nIt was old.\nOn Thursday people waded.", "2025-05-01"),
        ("Soldiers freed all nine hostages on Thursday.", None),
        ("Two boys were rescued on Thursday from the rubble of a house.", "2025-05-01"),
        ("Two boys were rescued on Thursday from the rubble.\nThe house collapsed on Tuesday.", "2025-04-29"),
        ("Two boys were trapped on Thursday in a house.\nThe shed collapsed on Tuesday.", "2025-05-01"),
        ("On Thursday the town had given the number of dead as five.", None),
        ("On Thursday the town had been hit by a storm.", "2025-05-01"),
        ("A crowd pushed into a hall on Thursday where rice was to be handed out.", "2025-05-01"),
        ("Rice was to be handed out on Thursday.", None),
    ],
)
def test_the_first_day_of_an_english_incident_counts(text: str, day: str | None) -> None:
    assert start(text, language="en") == day


@pytest.mark.parametrize(
    ("text", "language", "incident_type", "day"),
    [
        ("Am Donnerstag wurde ein Mann festgenommen.", "de", "crime.killing", None),
        ("Am Donnerstag wurde ein Mann festgenommen.", "de", "crime.arrest", "2025-05-01"),
        ("Im Zusammenhang mit dem Anschlag vom Montag sitzt er in Haft.", "de", "conflict.attack", "2025-04-28"),
        ("Im Zusammenhang mit der Wahl am Montag sitzt er in Haft.", "de", "conflict.attack", None),
        ("Two men were arrested on Thursday.", "en", "crime.shooting", None),
        ("A court sentenced two men on Thursday.", "en", "crime.trial", "2025-05-01"),
        ("A court sentenced two men on Thursday.", "en", "crime.shooting", None),
        ("Two men were arrested on Thursday.", "en", "crime.arrest", "2025-05-01"),
        ("Police hold a man in connection with a shooting in Newtown on Monday.", "en", "crime.shooting", "2025-04-28"),
        ("Police hold a man in connection with the vote on Monday.", "en", "crime.shooting", None),
    ],
)
def test_the_day_of_an_arrest_is_that_of_the_incident_only_where_the_arrest_is_it(
    text: str, language: str, incident_type: IncidentType, day: str | None
) -> None:
    made = document(text, language=language)
    found = incident_time(made, (), times(made), incident_type=incident_type)
    assert (found.date if found else None) == day
