"""The graph of origins as it is built: of each report what it takes and from whom, and the reports of one text."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from lagebild.merge.copies import Copy, copies, moment
from lagebild.merge.givers import Counted, Giver, Reports, counted, has_its_figures
from lagebild.merge.relays import Outlet, Register, Relay, outlet_of, relays
from lagebild.merge.speakers import Setting, Speaker, bare, setting, speakers
from lagebild.model import Article, Origin, OriginEdge, OriginNode, Record, Source, SourceKind, Span, Taking
from lagebild.vocabulary import load
from lagebild.vocabulary.acquire import Agency, AgencyCue

_OF_ITS_TEXT = 0.2  # the part of a report that must stand in another for the two to be one text
_CUE = 45  # characters around a mark in which it is said what the agency gave
_EDGE = 160  # characters from the beginning and the end of a text where an agency's mark stands


@dataclass(slots=True)
class Trace:
    """Where a report comes from: its edges and nodes, who its sources are, and which reports it passes on.

    `givers` has the report behind an outlet that it cites, by the outlet's id; `aliases` who is behind what it cites,
    `attributed` the sources of what it counts, where it names any.
    """

    edges: list[OriginEdge] = field(default_factory=list)
    nodes: list[OriginNode] = field(default_factory=list)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    givers: dict[str, str] = field(default_factory=dict)
    aliases: dict[tuple[Source, ...], str] = field(default_factory=dict)
    attributed: dict[Counted, tuple[Source, ...]] = field(default_factory=dict)
    copied: Copy | None = None
    relayed: list[tuple[Relay, Giver | None]] = field(default_factory=list)


def traces(records: Sequence[Record]) -> dict[str, Trace]:
    """Return where each report comes from, by its id, in the order of publication."""
    ordered = sorted(records, key=lambda record: (moment(record.article.published) or "9999", record.article.id))
    found = {record.article.id: Trace() for record in ordered}
    for copy in copies([record.article for record in ordered]):
        trace = found[copy.taker]
        trace.copied = trace.copied or copy
    register, reports = Register(ordered), Reports(ordered)
    for record in ordered:
        trace = found[record.article.id]
        _read_sources(record, trace, register)
        for relay in relays(record, register):
            giver = reports.giver(relay, record, relay.outlet.keys)
            trace.relayed.append((relay, giver))
            if giver is not None:
                trace.givers[relay.outlet.id] = giver.record.article.id
        _link(record, trace)
    return found


def _read_sources(record: Record, trace: Trace, register: Register) -> None:
    sources = [source for figure in record.figures for source in figure.sources]
    for figure in record.figures:
        if figure.sources:
            trace.attributed.setdefault(counted(figure), figure.sources)
    for source in sources:
        if source.kind in {"media", "agency"} or register.has_plainly(source.name):
            outlet = outlet_of(source, register, record.article.language)
            if outlet is not None:
                trace.outlets[source.name] = outlet
    named = [s for s in sources if s.name not in trace.outlets and s.kind not in {"unnamed", "media", "agency"}]
    trace.speakers = speakers(named, setting(record))


def _link(record: Record, trace: Trace) -> None:
    """Lay down the edges and nodes of what a report takes from other texts, agencies and outlets."""
    article = record.article
    trace.nodes.append(_report(article))
    if trace.copied is not None:
        copy = trace.copied
        trace.edges.append(OriginEdge(copy.taker, copy.giver, "copy", copy.share, article.id))
    for name in article.agencies:
        trace.nodes.append(OriginNode(f"agency:{name}", name, "agency"))
        trace.edges.append(
            OriginEdge(article.id, f"agency:{name}", "agency", article=article.id, span=mark(article, name))
        )
    for relay, giver in trace.relayed:
        target = giver.record.article.id if giver else relay.outlet.id
        translated = giver is not None and giver.record.article.language != article.language
        trace.nodes.append(
            _report(giver.record.article)
            if giver
            else OriginNode(relay.outlet.id, relay.outlet.name, relay.outlet.kind)
        )
        how: Taking = "translation" if translated else "citation"
        trace.edges.append(OriginEdge(article.id, target, how, article=article.id, span=relay.span))


def _report(article: Article) -> OriginNode:
    return OriginNode(article.id, article.publisher or article.title, "report")


def mark(article: Article, agency: str) -> Span | None:
    """Return where a text is marked with an agency, None where the mark is not in the text (an author's)."""
    text = article.text
    found = [hit for hit in _forms(agency).finditer(text) if hit.start() <= _EDGE or hit.end() >= len(text) - _EDGE]
    set_apart = [hit for hit in found if text[max(0, hit.start() - 1) : hit.start()] in {"(", "/", "", "\n"}]
    best = next(iter(set_apart or found or _forms(agency).finditer(text)), None)
    return article.span("text", *best.span()) if best else None


@cache
def _forms(agency: str) -> re.Pattern[str]:
    rows = (row for language in ("de", "en") for row in load(language, "agencies", Agency) if row.name == agency)
    forms = sorted({agency, *(form for row in rows for form in row.forms)}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")


def groups(records: Sequence[Record], found: Mapping[str, Trace]) -> dict[str, Origin]:
    """Return the origin of each report's text: reports are of one where the text or the figures are another's."""
    leader = {article: article for article in found}

    def first(article: str) -> str:
        while leader[article] != article:
            leader[article] = leader[leader[article]]
            article = leader[article]
        return article

    order = {article: n for n, article in enumerate(found)}
    by_id = {record.article.id: record for record in records}
    for article, trace in found.items():
        for giver in _one_text(by_id[article], trace):
            one, other = sorted((first(article), first(giver)), key=order.__getitem__)
            leader[other] = one
    members: dict[str, list[str]] = {}
    for article in found:
        members.setdefault(first(article), []).append(article)
    origins = {head: _origin([by_id[one].article for one in reports]) for head, reports in members.items()}
    return {article: origins[first(article)] for article in found}


def _one_text(record: Record, trace: Trace) -> Iterator[str]:
    """Yield the reports that a report is of one origin with."""
    copy = trace.copied
    if copy is not None and copy.share >= _OF_ITS_TEXT:
        yield copy.giver
    for _, giver in trace.relayed:
        if giver is not None and has_its_figures(record, giver):
            yield giver.record.article.id


def _origin(reports: Sequence[Article]) -> Origin:
    """Return the origin of these reports, the first first: an agency where its mark stands alone on one of them."""
    first = reports[0]
    others = [article for article in reports if article.publisher != first.publisher and len(article.agencies) == 1]
    alone = {article.agencies[0] for article in others}
    agency = next(iter(alone)) if len(alone) == 1 and not first.agencies else None
    if len(first.agencies) == 1 and (first.agencies[0] in alone or not _only_helped(first, first.agencies[0])):
        agency = first.agencies[0]
    kind: SourceKind = "agency" if agency else "media"
    return Origin(first.id, agency or first.publisher or "", kind, first.id, tuple(article.id for article in reports))


def _only_helped(article: Article, agency: str) -> bool:
    """Tell whether an agency gave no more than material to a report: "mit Material von AFP", "AFP contributed"."""
    where = mark(article, agency)
    if where is None:
        return False
    before, behind = article.text[max(0, where.start - _CUE) : where.start], article.text[where.end : where.end + _CUE]
    return _helping("material", "(?<!\\w)(?i:{})\\s+(?:\\w+\\s+)?\\(?$").search(before) is not None or (
        _helping("contributed", "\\s+(?i:{})").match(behind) is not None
    )


@cache
def _helping(cue: str, pattern: str) -> re.Pattern[str]:
    rows = (row for language in ("de", "en") for row in load(language, "agency_cues", AgencyCue) if row.id == cue)
    words = sorted({word for row in rows for word in row.words}, key=len, reverse=True)
    return re.compile(pattern.format("|".join(map(re.escape, words))))


def follow(
    records: Sequence[Record], found: Mapping[str, Trace], behind: Callable[[str, Sequence[Source]], str]
) -> None:
    """Add to each report its speakers, and who is behind what it has from reports of others."""
    by_id = {record.article.id: record for record in records}
    for article, trace in found.items():
        for _, giver in trace.relayed:
            if giver is not None:
                _alias(trace, giver, behind)
        _said(by_id[article], trace, behind)


def _alias(trace: Trace, giver: Giver, behind: Callable[[str, Sequence[Source]], str]) -> None:
    """Note who is behind a relay's figures in the report that it has them from, where the relay names nobody sure."""
    told: dict[tuple[Source, ...], set[str]] = {}
    for mine, theirs in giver.agreed:
        if not any(_is_sure(source, trace) for source in mine.sources):
            told.setdefault(mine.sources, set()).add(behind(giver.record.article.id, theirs.sources))
    trace.aliases.update({sources: next(iter(who)) for sources, who in told.items() if sources and len(who) == 1})


def _is_sure(source: Source, trace: Trace) -> bool:
    who = trace.speakers.get(source.name)
    return source.role == "origin" and who is not None and who.shared


def _said(record: Record, trace: Trace, behind: Callable[[str, Sequence[Source]], str]) -> None:
    """Lay down who says the figures of a report, and who they have it from."""
    article = record.article
    for sources in dict.fromkeys(figure.sources for figure in record.figures if figure.sources):
        via = tuple(source for source in sources if source.role == "via")
        taker = next((_outlet_node(trace, each) for each in via if each.name in trace.outlets), article.id)
        asserted: str | None = None
        for source in sources:
            who = behind(article.id, (source, *via))
            if source.kind == "unnamed" and taker != article.id:
                who = f"speaker:{bare(source.name or source.text, article.language)}@{taker}"
            if source.role == "via" or source.name in trace.outlets or not who.startswith("speaker:"):
                continue
            span = article.span(source.field, source.start, source.end)
            trace.nodes.append(OriginNode(who, source.name or source.text, "speaker"))
            trace.edges.append(OriginEdge(taker, who, "said_by", article=article.id, span=span))
            if asserted not in {None, who} and source.stance == "confirms":
                trace.edges.append(OriginEdge(who, asserted or "", "source_of", article=article.id, span=span))
            asserted = asserted or who
    for relay, giver in trace.relayed:
        if relay.whom and not any(relay.whom in {source.name for source in figure.sources} for figure in relay.figures):
            _say(trace, relay, giver.record.article.id if giver else relay.outlet.id, setting(record))
    trace.edges = list(dict.fromkeys(trace.edges))
    trace.nodes = list(dict.fromkeys(trace.nodes))


def _say(trace: Trace, relay: Relay, taker: str, where: Setting) -> None:
    """Lay down the source that an outlet is said to have where no figure names it."""
    name = relay.whom or ""
    source = Source(name, relay.span.field, relay.span.start, relay.span.end, relay.span.quote, name, "organisation")
    who = speakers([source], where)[name]
    node = OriginNode(f"speaker:{who.key}" if who.shared else f"speaker:{who.key}@{taker}", name, "speaker")
    trace.nodes.append(node)
    trace.edges.append(OriginEdge(taker, node.id, "said_by", article=relay.article, span=relay.span))


def _outlet_node(trace: Trace, source: Source) -> str:
    outlet = trace.outlets[source.name]
    return trace.givers.get(outlet.id, outlet.id)
