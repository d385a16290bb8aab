"""What the reports of one incident say of each number: its history, what policies make of it, where origins differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lagebild.merge.conflicts import conflicts
from lagebild.merge.history import drafts, versions
from lagebild.merge.history_across import across
from lagebild.merge.history_told import is_battle, told
from lagebild.merge.origins import Origins
from lagebild.merge.policies import estimates
from lagebild.merge.policies_ledger import ledger
from lagebild.model import Conflict, Estimate, Mention, Record, Version


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The history, estimates and conflicts of one incident."""

    history: tuple[Version, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def reconciled(mentions: Sequence[Mention], records: Mapping[str, Record], graph: Origins) -> Reconciled:
    """Return what the claims of these mentions say together; `records` are by article, `graph` tells who is behind."""
    found = drafts(told(mentions, records, graph))
    across(found)
    drafted = [draft for each in found.values() for draft in each]
    drafted.sort(key=lambda draft: draft.told[0].at)
    texts = {mention.article: graph.of(mention.article).id for mention in mentions}
    book = ledger(drafted, texts, battle=is_battle(mentions, records))
    return Reconciled(book.history, estimates(book), conflicts(found, versions(drafted)))
