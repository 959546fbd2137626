"""Where things live. Pure: nothing here touches the disk beyond looking."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def bundled_data() -> Path:
    """Return the folder of the bundled briefing: inside the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def bundled_briefing() -> Path:
    """Return the briefing that opens when no file is named."""
    return bundled_data() / "hackney-2022.yaml"
