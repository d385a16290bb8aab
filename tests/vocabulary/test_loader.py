"""The loader of tables: what it refuses, and that every table is plain YAML that somebody reads."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

import lagebild.vocabulary
from lagebild.vocabulary import Entry, VocabularyError, fingerprint, load, tables

FOLDER = Path(lagebild.vocabulary.__file__).parent
FILES = sorted(FOLDER.glob("*/*.yaml"))
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.parent.rglob("*.py"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Entry):
    """A row of the tests: words alone."""

    words: tuple[str, ...]


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "xx").mkdir()
    monkeypatch.setattr("lagebild.vocabulary.resources.files", lambda _: tmp_path)
    return tmp_path / "xx" / "words.yaml"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("missing", None, "no such table"),
        ("empty", "", "non-empty list"),
        ("no_entries", "entries: []", "non-empty list"),
        ("unknown_key", "words: []", "non-empty list"),
        ("unknown_field", "entries: [{id: a, words: [b], colour: red}]", "colour"),
        ("missing_field", "entries: [{id: a}]", "words"),
        ("twice", "entries: [{id: a, words: [b]}, {id: a, words: [c]}]", "twice"),
    ],
)
def test_refuses(table: Path, name: str, content: str | None, told: str) -> None:
    file = table.with_name(f"{name}.yaml")
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError, match=told):
        load("xx", name, Row)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_table_is_yaml_without_the_fast_loader_too(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["entries"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_somebody_reads_a_table(path: Path) -> None:
    assert f'"{path.stem}"' in SOURCES


def test_fingerprint_is_the_same_over_calls() -> None:
    assert fingerprint() == fingerprint()
    assert fingerprint().startswith("sha256:")
    assert "measure_verbs" in tables("de")
