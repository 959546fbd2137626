"""`briefing schema`: what editors check and complete a briefing file with."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from briefing_tui.cli.output import ExitCode, say

if TYPE_CHECKING:
    from argparse import Namespace


def run(asked: Namespace) -> ExitCode:
    """Print the JSON Schema of a `briefing` file, or of an `export`, which is what `show` writes as JSON."""
    text = files("briefing_tui").joinpath("schema", f"{asked.of}.json").read_text(encoding="utf-8")
    say(text.rstrip("\n").split("\n"), "utf-8")
    return ExitCode.OK
