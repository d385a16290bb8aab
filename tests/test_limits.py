"""An article's limits: what fails costs that article alone."""

import signal
import threading
import time
from contextlib import suppress

import pytest

import lagebild
from lagebild import limits
from lagebild.model import Article, InputError, MadeBy, Record


def article(name: str, text: str = "Zwei Menschen starben.") -> Article:
    return Article(name, "", text, "de")


def made(of: Article, **_: object) -> Record:
    return Record(of, MadeBy("0", "none", "none"))


def slow(of: Article, **_: object) -> Record:
    """Make the record at once, but never that of the article named "slow"; faults are swallowed as a library may."""
    while of.id == "slow":
        with suppress(Exception):  # the limit must come through this
            time.sleep(0.01)
    return made(of)


def test_an_article_over_its_time_keeps_its_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lagebild, "record", slow)
    found = list(lagebild.records([article("a"), article("slow"), article("b")], time_limit=0.2))
    assert [each.article.id for each in found if isinstance(each, Record)] == ["a", "b"]
    assert isinstance(found[1], InputError)
    assert (found[1].code, found[1].input) == ("L02", "slow")


def test_an_article_over_its_size_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lagebild, "record", made)
    found = list(lagebild.records([article("a", "ä" * 6), article("b", "ä" * 5)], size_limit=10))
    assert isinstance(found[0], InputError)
    assert "12 bytes, and the limit is 10" in found[0].reason
    assert isinstance(found[1], Record)


def test_a_fault_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(of: Article, **_: object) -> Record:
        if of.id == "bad":
            raise KeyError("no such\nthing")
        return made(of)

    monkeypatch.setattr(lagebild, "record", broken)
    found = list(lagebild.records([article("bad"), article("good")]))
    assert isinstance(found[0], InputError)
    assert (found[0].code, found[0].input) == ("L03", "bad")
    assert "KeyError at tests/test_limits.py:" in found[0].reason
    assert "\n" not in str(found[0])
    assert isinstance(found[1], Record)


def test_an_input_error_passes_through() -> None:
    error = InputError("A01", "x", "", "no such file", "check the path")
    assert list(lagebild.records([error])) == [error]


def test_the_timer_and_its_handler_are_put_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(limits.TimeIsUp), limits.within(0.01):
        time.sleep(1)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_another_thread_runs_without_a_timer() -> None:
    done = []

    def work() -> None:
        with limits.within(0.001):
            time.sleep(0.02)
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_the_first_article_is_not_charged_for_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def loading(of: Article, **_: object) -> Record:
        if not seen:
            time.sleep(0.3)
        seen.append(of.id)
        return made(of)

    monkeypatch.setattr(lagebild, "record", loading)
    assert isinstance(next(lagebild.records([article("a")], time_limit=0.1)), Record)
    assert seen == ["warm-up", "a"]
