"""What the reports of one incident say of each number: its history, what policies make of it, where origins differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lagebild.merge.origins import Origins
from lagebild.model import Conflict, Estimate, Mention, Record, Version


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The history, estimates and conflicts of one incident."""

    history: tuple[Version, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def reconciled(mentions: Sequence[Mention], records: Mapping[str, Record], graph: Origins) -> Reconciled:
    """Return what the claims of these mentions say together; `records` are by article, `graph` tells who is behind."""
    del mentions, records, graph
    return Reconciled()
