"""Articles and records at the borders: JSON lines in and out, and the JSON Schema of a record."""

import functools
import json
from typing import Any

from pydantic import TypeAdapter

from lagebild.model import Article, Finding, Record

_ORDER = ("schema", "made_by", "article", "claims", "relations", "times", "places", "persons", "incidents", "box")
_BREAKS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


@functools.cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def dumps(value: Article | Record | Finding, *, explain: bool = False) -> str:
    """Return an article, record or finding as one line of JSON, by any reader's notion of a line."""
    return json.dumps(plain(value, explain=explain), ensure_ascii=False).translate(_BREAKS)


def plain(value: Article | Record | Finding, *, explain: bool = False) -> dict[str, Any]:
    """Return an article, record or finding as JSON has it; a record's keys stand in the order of the design.

    A record's figures have their reasons only where it is to explain itself.
    """
    kind: Any = type(value)
    found: dict[str, Any] = _adapter(kind).dump_python(value, mode="json", by_alias=True)
    if not isinstance(value, Record):
        return found
    found["claims"] = [{"id": claim["id"], "kind": claim["kind"], **claim} for claim in found["claims"]]
    for claim in found["claims"] if not explain else ():
        claim.pop("reasons", None)
    return {key: found[key] for key in _ORDER}


def loads(line: str | bytes) -> Record:
    """Return the record of a line of JSON, or raise pydantic's ValidationError."""
    found: Record = _adapter(Record).validate_json(line)
    return found


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of an extraction record."""
    found = _adapter(Record).json_schema(by_alias=True, mode="serialization")
    found["properties"] = {key: found["properties"][key] for key in _ORDER}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
