"""Who takes from whom: copies of one text, agency marks, citations and relays, as a graph down to the speaker."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lagebild.merge import origins_build
from lagebild.merge.givers import counted
from lagebild.merge.relays import Outlet
from lagebild.merge.speakers import Speaker
from lagebild.model import Figure, Origin, OriginEdge, OriginNode, Record, Source


@dataclass(frozen=True, slots=True)
class Origins:
    """The graph of origins over a set of reports."""

    groups: tuple[Origin, ...] = ()
    nodes: tuple[OriginNode, ...] = ()
    edges: tuple[OriginEdge, ...] = ()
    _traces: Mapping[str, origins_build.Trace] = field(default_factory=dict, repr=False, compare=False)
    _groups: Mapping[str, Origin] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find each report's origin by the groups where these alone are given."""
        if not self._groups:
            known = {article: group for group in self.groups for article in group.reports}
            object.__setattr__(self, "_groups", known)

    def among(self, articles: Sequence[str]) -> "Origins":
        """Return the part of the graph that these articles reach."""
        traces = {article: self._traces[article] for article in articles if article in self._traces}
        return _graph(traces, {article: self._groups[article] for article in articles if article in self._groups})

    def of(self, article: str) -> Origin:
        """Return the origin of an article's text. Raises KeyError where the article is not among the reports."""
        return self._groups[article]

    def behind(self, article: str, sources: Sequence[Source]) -> str:
        """Return the id of who is behind a claim of an article: the speaker, as "speaker:NAME", or its text's origin.

        Claims with the same id are not independent of each other. A source that several reports name, in whichever
        words and language, is one speaker; one without a name of its own (a doctor, neighbours) is one in each text
        alone. What another outlet is said to have is whoever is behind it there.
        """
        trace = self._traces.get(article) or origins_build.Trace()
        known = trace.aliases.get(tuple(sources))
        if known is not None:
            return known
        origins = [source for source in sources if source.role == "origin"]
        via = next((trace.outlets[s.name] for s in sources if s.role == "via" and s.name in trace.outlets), None)
        for source in sorted(origins, key=lambda one: one.stance == "denies"):
            if (outlet := trace.outlets.get(source.name)) is not None:
                return self._of_outlet(trace, outlet)
            if source.kind not in {"unnamed", "media", "agency"}:
                return self._speaking(article, trace, source, via)
        return self._of_outlet(trace, via) if via is not None else self.of(article).id

    def behind_figure(self, article: str, figure: Figure) -> str:
        """Return the id of who is behind a figure; one without a source has that of the same figure beside it.

        "Drei Tote" of a title is the fire service's where the text gives the three by it.
        """
        trace = self._traces.get(article)
        beside = trace.attributed.get(counted(figure), ()) if trace is not None else ()
        return self.behind(article, figure.sources or beside)

    def _of_outlet(self, trace: origins_build.Trace, outlet: Outlet) -> str:
        giver = trace.givers.get(outlet.id)
        return self.of(giver).id if giver is not None else f"speaker:{outlet.name}"

    def _speaking(self, article: str, trace: origins_build.Trace, source: Source, via: Outlet | None) -> str:
        name = source.name or source.text
        who = trace.speakers.get(name) or Speaker(name, shared=True)
        if who.shared:
            return f"speaker:{who.key}"
        where = self._of_outlet(trace, via).removeprefix("speaker:") if via is not None else self.of(article).id
        return f"speaker:{who.key}@{where}"


def origins(records: Sequence[Record]) -> Origins:
    """Return the graph of origins over records."""
    records = tuple({record.article.id: record for record in records}.values())
    traces = origins_build.traces(records)
    groups = origins_build.groups(records, traces)
    graph = Origins(_traces=traces, _groups=groups)
    origins_build.follow(records, traces, graph.behind)
    return _graph(traces, groups)


def _graph(traces: Mapping[str, origins_build.Trace], groups: Mapping[str, Origin]) -> Origins:
    nodes = {node.id: node for trace in reversed(tuple(traces.values())) for node in trace.nodes}
    return Origins(
        tuple(_once(groups.values())),
        tuple(nodes.values()),
        tuple(edge for trace in traces.values() for edge in trace.edges),
        traces,
        groups,
    )


def _once(groups: Iterable[Origin]) -> Iterable[Origin]:
    return {group.id: group for group in groups}.values()
