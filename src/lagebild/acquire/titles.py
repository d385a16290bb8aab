"""The title of a page among those that it gives itself, without the name of the site."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_SEPARATOR = re.compile(r"\s+(?:[-|–—•·*»«:]|::|\|\|)\s+|\s*\|\s*|,\s+(?=Tageszeitung\b)")
_SEPARATOR_OR_COLON = re.compile(r"\s+[-|–—•·]\s+|\s*:\s+")
_TOKEN = re.compile(r"\w+")
_BAR = re.compile(r"\s*\|+\s*")
_DAY = r"(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
_DATE = re.compile(rf"(?:.*,\s*)?{_DAY}")
_BYLINE = re.compile(r"(?:by|von)\s+\S+(?:\s+\S+){1,3}", re.IGNORECASE)
_DOMAIN = re.compile(r"\.(?:[a-z]{2,4})\b")
_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "»": '"', "«": '"', "\u00ad": None, "\u200b": None}
)
_LEAST_WORDS = 2
_SHORT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """The titles of a page by where they stand; an absent one is the empty string.

    `headings` are all of the first rank; `printed` those above the text, `for_search` those that only repeat a title.
    """

    social: str
    headline: str
    headings: Sequence[str]
    page: str
    outlets: Sequence[str]
    printed: Sequence[str] = ()
    for_search: Sequence[str] = ()


def best(titles: Titles) -> str | None:
    """Return the title that the page gives to others or its headline, else its only heading or its window's title.

    A title that ends with dots, or where another one goes on with a quotation mark, was cut and is passed over.
    """
    single = titles.headings[0] if len(set(titles.headings)) == 1 else ""
    told = (titles.social, titles.headline, single, titles.page)
    first = (titles.headline, titles.social) if _is_headline_own(titles) else (titles.social, titles.headline)
    whole = [title for title in (*first, single, titles.page) if title and not _is_cut(title, told)]
    for title in whole:
        if bare := without_outlet(title, titles):
            return _as_mostly_written(_without_own_kicker(bare, titles.printed), titles)
    return next((heading for heading in titles.headings if heading), None)


def _is_headline_own(titles: Titles) -> bool:
    """Tell whether the headline is the article's own title rather than the one that the page gives to others.

    The one that is printed above the text is, or a shorter form of it. Where neither is printed, one that search
    engines alone are given is not; where both or none of them are, the window's title decides against the other.
    """
    social, headline, window = (
        _tokens(without_outlet(title, titles)) for title in (titles.social, titles.headline, titles.page)
    )
    if not social or not headline or social == headline:
        return False
    printed = [_tokens(heading) for heading in titles.printed]
    if any(_is_printed(social, heading) or _is_shortened(social, heading) for heading in printed):
        return False
    if any(_is_printed(headline, heading) for heading in printed):
        return True
    for_search = [_tokens(heading) for heading in titles.for_search]
    if (social in for_search) != (headline in for_search):
        return social in for_search
    return window == headline


def _is_printed(title: Sequence[str], heading: Sequence[str]) -> bool:
    """Tell whether a title is a heading; one of the two may begin with a kicker that the other lacks."""
    longer, shorter = (title, heading) if len(title) > len(heading) else (heading, title)
    return len(shorter) >= _LEAST_WORDS and longer[len(longer) - len(shorter) :] == shorter


def _is_shortened(title: Sequence[str], heading: Sequence[str]) -> bool:
    """Tell whether a title is a heading with some of its words left out."""
    words = iter(heading)
    return len(title) >= _SHORT and all(word in words for word in title)


def _without_own_kicker(title: str, printed: Sequence[str]) -> str:
    """Return a title without its kicker where the same words are printed under another one.

    "Sturm: Zwei Tote in Ulm" is "Zwei Tote in Ulm" where "Unwetter im Süden - Zwei Tote in Ulm" is printed.
    """
    kicker, colon, rest = title.partition(": ")
    own, words = _tokens(kicker), _tokens(rest)
    if not colon or len(words) < _LEAST_WORDS:
        return title
    for heading in printed:
        for cut in _SEPARATOR_OR_COLON.finditer(heading):
            lead = _tokens(heading[: cut.start()])
            if _tokens(heading[cut.end() :]) == words and lead and lead[-len(own) :] != own:
                return rest
    return title


def _as_mostly_written(title: str, titles: Titles) -> str:
    """Return a title with the quotation marks that most of the places that tell it have."""
    places = (titles.social, titles.headline, *set(titles.printed), titles.page)
    forms = Counter(form for place in places if _marked(form := without_outlet(place, titles)) == _marked(title))
    form, count = max(forms.items(), key=lambda item: item[1], default=(title, 0))
    return form if count > forms[title] else title


def without_outlet(title: str, titles: Titles) -> str:
    """Return a title without the outlet's name and what else is no part of it, before or behind.

    "Brand in Ulm - Der Bote", "Bote | Brand in Ulm", "Brand in Ulm | Bayern | 28.04.2025". A bar never stands inside
    a title; a dash or colon does, unless the outlet, or the page's own heading, tells.
    """
    others = {folded(other) for other in (*titles.headings, titles.headline, titles.social) if other != title}
    for cut in _SEPARATOR.finditer(title):
        head = title[: cut.start()]
        if folded(head) in others and len(head.split()) >= _LEAST_WORDS:
            return head
    first = _SEPARATOR.search(title)
    if first and _is_outlet(title[: first.start()], titles.outlets, whole=True) and title[first.end() :].strip():
        title = title[first.end() :]
    return _without_tail(title, titles.outlets)


def folded(title: str) -> str:
    """Return a title as two of them are compared: quotation marks, case, spaces and invisible marks alike."""
    return _marked(title).casefold()


def _marked(title: str) -> str:
    return " ".join(title.translate(_MARKS).split())


def _tokens(title: str) -> list[str]:
    return _TOKEN.findall(folded(title))


def _without_tail(title: str, outlets: Sequence[str]) -> str:
    for cut in reversed(list(_SEPARATOR.finditer(title))):
        head, tail = title[: cut.start()], title[cut.end() :]
        is_part = _BAR.fullmatch(cut[0]) and len(tail.split()) <= _SHORT and len(head.split()) >= _LEAST_WORDS
        if not head or not (is_part or _is_outlet(tail, outlets) or _DATE.fullmatch(tail) or _BYLINE.fullmatch(tail)):
            continue
        title = head
    return title


def _is_outlet(part: str, outlets: Sequence[str], *, whole: bool = False) -> bool:
    """Tell whether a part of a title is an outlet's name: all of it, some of its words, or it with a word or two more.

    "Bote" and "Der Bote Online" are "Der Bote"; with `whole` nothing but the whole name is.
    """
    words = _words(part)
    names = [_words(outlet) for outlet in outlets]
    if not words or "".join(words) in {"".join(name) for name in names}:
        return bool(words)
    if whole:
        return False
    return any(_runs_in(words, name) or (words[: len(name)] == name and len(words) <= len(name) + 2) for name in names)


def _runs_in(words: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether words stand in a name one after the other."""
    size = len(words)
    return len("".join(words)) >= _SHORT and any(
        name[place : place + size] == words for place in range(len(name) - size + 1)
    )


def _words(text: str) -> list[str]:
    """Return the words of a name in lower case, without the end of a domain and the English article."""
    words = re.findall(r"\w+", _DOMAIN.sub("", text.casefold().strip()))
    return words[1:] if words[:1] == ["the"] and len(words) > 1 else words


def _is_cut(title: str, others: Sequence[str]) -> bool:
    begun = title.rstrip(" .…")
    if title.endswith(("...", "…")) and any(other.startswith(begun) and len(other) > len(title) for other in others):
        return True
    return any(
        other.startswith(title) and other[len(title) :].lstrip()[:1] in ('"', "„", "“", "»") and other != title
        for other in others
    )
