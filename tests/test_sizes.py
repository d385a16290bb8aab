"""Size to live within: functions, modules and parameters, and names that say nothing."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for folder in ("src", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
NOTHING = {"utils", "helpers", "common", "base", "core"}


def name(path: Path) -> str:
    """Return a module's path in the project."""
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return the functions of a module, nested ones too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_has_up_to_400_lines(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 400


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_has_up_to_50_lines(path: Path) -> None:
    lengths = {found.name: (found.end_lineno or 0) - found.lineno + 1 for found in functions(path)}
    assert {found: length for found, length in lengths.items() if length > 50} == {}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_has_up_to_6_parameters(path: Path) -> None:
    counts = {}
    for found in functions(path):
        if name(path) == "src/lagebild/__main__.py" and found.decorator_list:
            continue  # a command's parameters are the options of the command line
        given = [*found.args.posonlyargs, *found.args.args, *found.args.kwonlyargs]
        counts[found.name] = len([argument for argument in given if argument.arg not in {"self", "cls"}])
    assert {found: count for found, count in counts.items() if count > 6} == {}


def test_no_name_says_nothing() -> None:
    assert [path for path in MODULES if NOTHING & {path.stem, path.parent.name}] == []
