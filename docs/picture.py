"""Make the README's picture from the real program: `.venv/bin/python docs/picture.py`."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from briefing_tui.load import load_briefing
from briefing_tui.paths import bundled_briefing
from briefing_tui.state import Memory
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.library import Library, Volume

PICTURE = Path(__file__).with_name("briefing.svg")
SIZE = (120, 34)


async def main() -> None:
    """Open the briefing at a finding, and write what the terminal shows."""
    briefing = load_briefing(bundled_briefing())
    app = BriefingApp(Library((Volume(bundled_briefing(), briefing),)), partial(Memory, None), "AA-5")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "k")  # what the program says at the start gives way to the keys
        await pilot.pause()
        PICTURE.write_text(app.export_screenshot(title="briefing"), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
