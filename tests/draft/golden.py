"""Writes the expected drafts anew, to be read and committed: `python -m tests.draft.golden`."""

from __future__ import annotations

from pathlib import Path

from briefing_tui.cli.draft import draft

LETTERS = Path(__file__).parent / "letters"
DRAFTS = Path(__file__).parent / "drafts"

if __name__ == "__main__":
    for letter in sorted(LETTERS.glob("*.txt")):
        draft(str(letter), DRAFTS, force=True, then_open=False)
