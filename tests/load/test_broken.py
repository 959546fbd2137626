"""Broken files, each with what must be said about it: `broken/NAME.yaml` and `broken/NAME.txt`."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import briefing_tui.load
from briefing_tui.load.briefing import examine_briefing

BROKEN = Path(__file__).parent / "broken"
CODE = Path(briefing_tui.load.__file__).parent

TOO_LARGE_FOR_A_FILE = {"too-large", "too-many-errors", "too-many-values"}
"""Rules that only a large file breaks; `test_text.py`, `test_briefing.py` and `test_yaml.py` make them."""

RULE_OF = {"add": 1, "refusal": 1, "one_of": 2, "malformed": 3, "Problem": 3}
"""Which argument of a call in the loader's code names the rule."""


@pytest.mark.parametrize("file", sorted(BROKEN.glob("*.yaml")), ids=lambda file: file.stem)
def test_every_problem_is_said_at_its_place(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken file gives exactly these problems: all at once, in the order of the file, and no others."""
    monkeypatch.chdir(BROKEN)
    briefing, problems = examine_briefing(Path(file.name))
    said = [str(problem).removeprefix(f"{file.name}:") for problem in problems]
    assert said == file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert (briefing is None) == any(problem.level == "error" for problem in problems)


def rules() -> set[str]:
    """Return the names of the rules that the loader's code may report."""
    found = set()
    for file in CODE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                position = RULE_OF.get(ast.unparse(node.func).rpartition(".")[2], len(node.args))
                found |= {
                    argument.value
                    for argument in node.args[position : position + 1]
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                }
    return found


def test_every_rule_has_a_broken_file() -> None:
    """No rule of the loader is without a file that breaks it, so what it says has been read."""
    said = "\n".join(file.read_text(encoding="utf-8") for file in BROKEN.glob("*.txt"))
    assert rules() - TOO_LARGE_FOR_A_FILE == set(re.findall(r"\(([a-z-]+)\)$", said, re.MULTILINE))
