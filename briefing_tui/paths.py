"""Where things live. Pure: nothing here touches the disk beyond looking."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGE = Path(__file__).parent


def bundled_data() -> Path:
    """Return the folder of the bundled briefing: inside the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def bundled_briefing() -> Path:
    """Return the briefing that opens when no file is named."""
    return bundled_data() / "hackney-2022.yaml"


def state_dir(environ: Mapping[str, str]) -> Path | None:
    """Return the folder for what the reader leaves behind, or None if the environment names none.

    After the XDG Base Directory Specification, which has relative paths ignored.
    """
    for variable, below in (("XDG_STATE_HOME", ""), ("HOME", ".local/state")):
        named = Path(environ.get(variable, ""))
        if named.is_absolute():
            return named / below / "briefing"
    return None
