"""The least that a Textual program can be: one widget with one line."""
# ruff: noqa: INP001 (scripts, not a package)

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Bare(App[None]):
    """Shows a line; q quits."""

    BINDINGS = [("q", "quit", "quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static("A line of text")


if __name__ == "__main__":
    Bare().run()
