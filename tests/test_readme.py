"""The README's examples are what the program does."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from briefing_tui.cli.parser import FORMATS, SHELLS, grammar
from tests.cli.program import ENVIRONMENT, PROGRAM

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```console\n\$ (briefing .*)\n((?:.*\n)*?)```$", README, re.MULTILINE)


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=lambda text: text.partition("\n")[0][:60])
def test_an_example(command: str, shown: str, tmp_path: Path) -> None:
    """What the README shows after `$` is what comes out, to the letter."""
    program = tmp_path / "briefing"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n')
    program.chmod(0o755)
    path = f"{tmp_path}:{os.environ.get('PATH', os.defpath)}"
    done = subprocess.run(
        ["bash", "-c", command],  # noqa: S607 (wherever it is)
        cwd=ROOT,
        env=ENVIRONMENT | {"PATH": path, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout == shown


def test_every_command_and_format_is_told() -> None:
    """The README names every command, every format and every shell."""
    for command in grammar()[1].choices:
        assert command == "open" or f"briefing {command}" in README
    for form in FORMATS:
        assert f"`--format {form}`" in README
    for shell in SHELLS:
        assert f"briefing completion {shell}" in README
