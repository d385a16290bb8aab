"""What holds for every record, whatever the text: spans quote it, runs agree, no claim without evidence."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lagebild
from lagebild.model import Article, InputError, Record, Span
from tests.torture.texts import reports


def spans(value: object) -> Iterator[tuple[str, int, int, str]]:
    """Yield every span, source, time and place in a record, wherever it hangs."""
    if isinstance(value, tuple):
        for each in value:
            yield from spans(each)
    elif is_dataclass(value) and not isinstance(value, type):
        if hasattr(value, "quote") and isinstance(value.quote, str):
            yield value.field, value.start, value.end, value.quote  # type: ignore[attr-defined]  # all four stand together
        for each in fields(value):
            yield from spans(getattr(value, each.name))


def holds(record: Record) -> None:
    article = record.article
    for name, start, end, quote in spans(record):
        assert name in {"title", "text"}
        assert article["title" if name == "title" else "text"][start:end] == quote
        assert 0 <= start < end
    names = [claim.id for claim in record.claims]
    assert len(set(names)) == len(names)
    for claim in record.claims:
        assert claim.evidence.quote
    for figure in record.figures:
        assert figure.evidence.field == figure.count.field
        assert (figure.low, figure.high) != (None, None)
        assert figure.low is None or figure.high is None or 0 <= figure.low <= figure.high
        assert (figure.low or figure.high or 0) <= 10_000_000_000
    told = {name for relation in record.relations for name in (relation.origin, relation.target)}
    counts = (record.box.killed, record.box.injured, record.box.missing, record.box.casualties)
    told |= {name for count in counts if count for name in count.claims}
    told |= {name for source in record.box.sources for name in source.claims}
    assert told <= set(names)
    assert all(count.claims for count in counts if count)
    assert sum(incident.main for incident in record.incidents) <= 1


@given(reports())
def test_a_record_holds_for_any_report(article: Article) -> None:
    record = lagebild.record(article)
    holds(record)
    assert record == lagebild.record(article)
    assert lagebild.loads(lagebild.dumps(record, explain=True)) == record


@given(st.lists(reports(), min_size=2, max_size=4, unique_by=lambda article: article.id))
def test_the_order_of_inputs_changes_no_record(articles: list[Article]) -> None:
    forwards = {each.article.id: each for each in lagebild.records(articles) if isinstance(each, Record)}
    backwards = {each.article.id: each for each in lagebild.records(articles[::-1]) if isinstance(each, Record)}
    assert forwards == backwards
    assert len(forwards) == len(articles)


def test_a_span_that_quotes_nothing_is_noticed() -> None:
    article = Article("a", "", "Zwei Menschen starben.", "de")
    record = lagebild.record(article)
    assert record.figures
    assert any(isinstance(claim.evidence, Span) for claim in record.figures)
    with pytest.raises(AssertionError):
        holds(Record(Article("a", "", "Drei Menschen starben.", "de"), record.made_by, record.claims))


def test_no_article_is_lost_between_errors() -> None:
    error = InputError("A01", "x", "", "no such file", "check the path")
    good = Article("a", "", "Zwei Menschen starben.", "de")
    kinds = [type(found) for found in lagebild.records([error, good, error, good])]
    assert kinds == [InputError, Record, InputError, Record]
