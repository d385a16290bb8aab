"""Lagebild reads news reports and keeps a sourced picture of what happened."""

__version__ = "0.1.0"
