"""`briefing schema`: what editors check and complete a briefing file with."""

from __future__ import annotations

from importlib.resources import files

from briefing_tui.cli.output import ExitCode, say


def schema(of: str) -> ExitCode:
    """Print the JSON Schema of a `briefing` file, or of an `export`, which is what `show` writes as JSON."""
    text = files("briefing_tui").joinpath("schema", f"{of}.json").read_text(encoding="utf-8")
    say(text.rstrip("\n").split("\n"), "utf-8")
    return ExitCode.OK
