"""Resolve what claims are about: type, dates, places, names, incidents, and the fact box."""

import importlib

from lagebild.model import Claims, Document, Record

__all__ = ["record"]


def record(document: Document, claims: Claims) -> Record:
    """Return the extraction record of a document: its claims resolved, and the box of its main incident."""
    made: Record = importlib.import_module("lagebild.link.composition").record(document, claims)
    return made
