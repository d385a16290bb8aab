"""Documentation that can't rot: every command and option stands in docs/commands.md, and nothing else does."""

import re
from pathlib import Path

import pytest
import typer

from lagebild.__main__ import app

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # the command is a group
TEXT = (Path(__file__).parents[1] / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = {part.split("\n", 1)[0]: part for part in TEXT.split("\n## ")[1:]}
SHARED = TEXT.split("\n## ")[0]


def options(command: str) -> set[str]:
    return {name for parameter in COMMANDS[command].params for name in parameter.opts if name.startswith("--")}


def test_every_command_has_a_section_and_no_other_has() -> None:
    assert set(SECTIONS) == set(COMMANDS)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_is_documented_with_its_command(command: str) -> None:
    named = set(re.findall(r"--[a-z][a-z-]*", SECTIONS[command].split("\n    lagebild")[0]))
    assert options(command) - {"--help"} == named


def test_the_shared_options_are_explained() -> None:
    named = set(re.findall(r"--[a-z][a-z-]*", SHARED))
    assert named - {"--help"} <= {name for command in COMMANDS for name in options(command)}
    assert {"--published", "--strict", "--lang", "--time-limit"} <= named


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    assert f"lagebild {command}" in (COMMANDS[command].help or "")


def test_the_readme_names_the_decisions_folder_and_the_commands() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert {"docs/commands.md", "docs/decisions"} <= set(re.findall(r"docs/[\w./-]*\w", readme))
