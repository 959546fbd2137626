"""What is asked for on the command line, read without its grammar where that will do."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.cli.parser import parse
from briefing_tui.tui.terminal.opening import asked


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["open"],
        ["--at", "aa5"],
        ["visit.yaml"],
        ["open", "visit.yaml", "--at", "AA-5"],
        ["--at", "AA-5", "visit.yaml"],
    ],
)
def test_what_is_but_to_open(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What most starts ask for means the same to both."""
    monkeypatch.chdir(tmp_path)
    Path("visit.yaml").touch()
    file, at = asked(arguments)
    meant = parse(arguments)
    assert (meant.command, meant.files, meant.at) == ("open", [Path(file)] if file else [], at)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--at"],
        ["--at", "--help"],
        ["--at", "-x"],
        ["--at", "--at"],
        ["--at", "AA-5", "--at", "AA-6"],
        ["-v.yaml"],
        ["check", "visit.yaml"],
        ["visit.yaml", "visit.yaml"],
        ["nowhere.yaml"],
        ["--at=AA-5"],
        [""],
    ],
)
def test_all_else(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All else is left to the grammar, which knows what to say of it."""
    monkeypatch.chdir(tmp_path)
    Path("visit.yaml").touch()
    Path("-v.yaml").touch()
    assert asked(arguments)[0] is None
