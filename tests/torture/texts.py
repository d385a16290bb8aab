"""Reports drawn at random: German sentences about people, broken by signs that real files hold."""

from hypothesis import strategies as st

from lagebild.model import Article

NUMBERS = (
    "zwei", "Dutzende", "rund 4.000", "mindestens 17", "1,5 Millionen", "99999999999999999999", "0", "keine",
    "drei bis fünf",
    "zwischen 10 und 20", "20 bis 10", "anderthalb", "²", "٣٤", "1.2.3.4", "12:30", "-5", "1e9",
    "½", "dreihundertzwölf",
)  # fmt: skip
PEOPLE = (
    "Menschen",
    "Soldaten",
    "Kinder",
    "Zivilisten",
    "Polizisten",
    "Bergleute",
    "29-Jährige",
    "",
    "Mann",
    "\u200bOpfer",
)
ENDINGS = (
    "wurden getötet.", "starben!", "sind verletzt worden", "werden vermisst;", "kamen ums Leben, darunter ein Kind.",
    "seien gestorben, sagte die Polizei.", "(nach Angaben der Feuerwehr) wurden verletzt.", "sollen tot sein?",
    "wurden „festgenommen“, „hieß es", "– so der Sprecher –", ", die die, die dort waren, gerettet hatten, starben.",
)  # fmt: skip
OPENINGS = (
    "", "Laut Polizei ", "Bei einem Unfall in Berlin am Dienstag ", "Am 31. Februar 2025 ", "Im Jahr 0 ", "„",
    "\n\n", "\t",
    "Nach Angaben des Innenministeriums und der Polizei ", "Am 99.99.9999 um 25.70 Uhr ", "Ort: ", "Tote: ", "| --- | ",
)  # fmt: skip
SIGNS = (
    "\u202e",
    "\u200d",
    "\ufeff",
    "\u0000",
    "\x1b[31m",
    "e\u0301",
    "🚑",
    "\u00ad",
    "﷽",
    "\r\n",
    "\u2028",
    "  ",
    "</p>",
    "&amp;",
    "%s{}",
)


def sentences() -> st.SearchStrategy[str]:
    """Return a sentence about people, or signs that are none."""
    built = st.tuples(
        st.sampled_from(OPENINGS), st.sampled_from(NUMBERS), st.just(" "), st.sampled_from(PEOPLE), st.just(" "),
        st.sampled_from(ENDINGS), st.sampled_from(("", "", "", *SIGNS)),
    ).map("".join)  # fmt: skip
    noise = st.text(st.characters(codec="utf-8"), max_size=40)
    return st.one_of(built, built, built, noise)


def texts() -> st.SearchStrategy[str]:
    """Return a text of several sentences."""
    gap = st.sampled_from((" ", "\n", "\n\n", ""))
    return st.lists(st.tuples(sentences(), gap).map("".join), min_size=1, max_size=8).map("".join)


def reports() -> st.SearchStrategy[Article]:
    """Return a report with any title, text and publication date."""
    dates = st.one_of(
        st.none(), st.dates().map(str), st.sampled_from(("2025-04-28T09:00:00+02:00", "2024-02-29", "1600-01-01"))
    )
    return st.builds(
        Article,
        id=st.uuids().map(str),
        title=st.one_of(st.just(""), sentences()),
        text=texts(),
        language=st.just("de"),
        published=dates,
    )
