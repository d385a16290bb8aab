"""The typed catalogue of everything that keeps an input from becoming an article."""

from dataclasses import dataclass

from lagebild.model import InputError


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of failed input: its code, what is wrong, and the way out."""

    code: str
    reason: str
    hint: str


class Unreadable(Exception):  # noqa: N818 - it names the state of the input, and is turned into an InputError
    """An input, or a line of one, gives no article; `detail` is added to the fault's reason."""

    def __init__(self, fault: Fault, detail: str = "", *, place: str = "") -> None:
        """Keep the fault, what is special here, and where in the input it is."""
        super().__init__(fault.code, detail, place)
        self.fault = fault
        self.detail = detail
        self.place = place

    def error(self, name: str, place: str = "") -> InputError:
        """Return the error line of the input of this name; `place` counts where the fault itself names none."""
        detail = " ".join(self.detail.split())
        reason = f"{self.fault.reason}: {detail}" if detail else self.fault.reason
        return InputError(self.fault.code, name, self.place or place, reason, self.fault.hint)


MISSING = Fault("A01", "no such file or directory", "check the path")
NO_MATCH = Fault("A02", "the pattern matches no file", "check the pattern and the current directory")
NOT_OPENED = Fault("A03", "can't be read", "check the permissions of the file")
ADDRESS = Fault("A04", "is no address that can be fetched", "addresses begin with http:// or https://")
NOTHING_KNOWN = Fault(
    "A05",
    "the directory holds no file of a known kind",
    "known are .txt, .text, .md, .html, .htm, .xhtml, .docx, .jsonl and .ndjson; other files can be named one by one",
)
EMPTY = Fault("A06", "is empty", "give a report with text")
BINARY = Fault("A07", "is no text, HTML, DOCX or JSONL", "save the report as text, HTML or DOCX")
TOO_LARGE = Fault("A08", "is too large", "an article has at most 1,000,000 characters; split the input")
ENCODING = Fault("A09", "the encoding is broken", "save as UTF-8")
JSON = Fault("A10", "is no JSON object", "each line is one object with at least 'text'")
FIELD = Fault("A11", "a field is missing or of the wrong type", "'text' is needed; fields are strings")
DATE = Fault("A12", "is no date", "write YYYY-MM-DD, or YYYY-MM-DDThh:mm:ss+hh:mm, between 1600 and 2199")
NO_ARTICLE = Fault("A13", "the page holds no article text", "save the article's own page, with its text loaded")
DOCX = Fault("A14", "the DOCX file is broken", "open it and save it again, or save it as text")
UNSUPPORTED = Fault(
    "A15", "the language is not supported", "if it was taken for the wrong one, name it in the JSONL field 'language'"
)
UNKNOWN_LANGUAGE = Fault("A16", "the language was not recognised", "name it in the JSONL field 'language'")

UNDATED = Fault(
    "A17",
    "'published' is no date, and the article is read without one",
    "write YYYY-MM-DD, or YYYY-MM-DDThh:mm:ss+hh:mm, between 1600 and 2199",
)

_SAVE = "save the page from your browser and give that file"
PRIVATE = Fault("A20", "the address is not public", "--allow-private lets servers of your own network be read")
LINK_LOCAL = Fault("A37", "the address is of the link alone and never read", "give the server's own address")
UNREACHABLE = Fault("A21", "the server can't be reached", "check the address and the connection")
SLOW = Fault("A22", "the server is too slow", "try again later, or give it more time with --timeout")
BROKEN_ANSWER = Fault("A23", "the server's answer is broken", f"try again later, or {_SAVE}")
TOO_MUCH = Fault("A24", "the server sends too much", f"{_SAVE}, without what is no text")
UNTRUSTED = Fault("A25", "the connection is not secure", "check the address and the clock of this machine")
REDIRECT = Fault("A26", "the address leads nowhere", "open it in a browser and give the address shown there")
REFUSED = Fault("A27", "the server refuses", f"if you may read it, {_SAVE}")
GONE = Fault("A28", "there is no such page", "check the address")
BUSY = Fault("A29", "the server asks for patience", "try again later, with fewer addresses or a longer --delay")
FAILED = Fault("A30", "the server fails", "try again later")
ROBOTS = Fault("A31", "the site's robots.txt does not allow it", f"ask the site, or {_SAVE}")
RESERVED = Fault("A32", "the site reserves text and data mining", "ask the site for a licence")
NO_PAGE = Fault("A33", "is no page, feed or sitemap", "give the address of an article, a feed or a sitemap")
XML = Fault("A34", "the feed or sitemap is broken", "check it in a browser, or give the addresses of its articles")
NOT_KEPT = Fault("A36", "its bytes can't be written", "check the folder of --keep")
NO_ENTRIES = Fault("A35", "the feed or sitemap lists nothing", "check the address")
