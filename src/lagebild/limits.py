"""What one article may take: a text too long, a run too long or a fault of ours costs that article alone."""

import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lagebild.model import Article, InputError, Record

_AGAIN = 0.5  # seconds after which a limit that was swallowed by a callback is raised again


class TimeIsUp(BaseException):
    """An article took longer than its limit; no `except Exception` of a stage or library may keep it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TimeIsUp in the block after so many seconds.

    Only the main thread of a system with timer signals can be interrupted; elsewhere the block runs to its end.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise TimeIsUp

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Limited:
    """The way from an article to its record, within limits; what fails becomes an error line."""

    def __init__(self, record: Callable[[Article], Record], *, time_limit: float, size_limit: int) -> None:
        """Keep the way and its limits; nothing is loaded before the first article."""
        self._record = record
        self._time_limit = time_limit
        self._size_limit = size_limit
        self._warm = False

    def __call__(self, article: Article | InputError) -> Record | InputError:
        """Return the record, or the error that came in or happened."""
        if isinstance(article, InputError):
            return article
        size = len(article.text.encode("utf-8", "surrogatepass"))
        if size > self._size_limit:
            reason = f"the text has {size:,} bytes, and the limit is {self._size_limit:,}"
            return InputError("L01", article.id, "", reason, "split the text")
        self._warm_up(article)
        try:
            with within(self._time_limit):
                return self._record(article)
        except TimeIsUp:
            reason = f"the article takes longer than {self._time_limit:g} s"
            return InputError("L02", article.id, "", reason, "shorten the text; very long sentences take longest")
        except Exception as error:  # noqa: BLE001 - a fault of ours must not cost the neighbours their records
            return InputError("L03", article.id, "", f"internal error: {_described(error)}", "please report it")

    def _warm_up(self, article: Article) -> None:
        """Load tables, parser and gazetteer outside of the first article's time."""
        if self._warm:
            return
        self._warm = True
        short = Article("warm-up", "Zwei Tote in Berlin", "In Berlin starben zwei Menschen.", article.language)
        with suppress(Exception):  # what fails here fails again, and is told, with the article itself
            self._record(short)


def _described(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).parent.name}/{Path(place.filename).name}:{place.lineno}"
    return f"{type(error).__name__} at {where}: {' '.join(str(error).split())[:200]}"
