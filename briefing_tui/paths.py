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
    """Return the folder for what the reader leaves behind, or None if the environment names none."""
    return _xdg(environ, "XDG_STATE_HOME", ".local/state")


def settings_file(environ: Mapping[str, str]) -> Path | None:
    """Return the file of the reader's settings, there or not; None if the environment names none."""
    folder = _xdg(environ, "XDG_CONFIG_HOME", ".config")
    return folder / "config.toml" if folder else None


def _xdg(environ: Mapping[str, str], variable: str, below_home: str) -> Path | None:
    """Return our folder after the XDG Base Directory Specification, which has relative paths ignored."""
    for name, below in ((variable, ""), ("HOME", below_home)):
        named = Path(environ.get(name, ""))
        if named.is_absolute():
            return named / below / "briefing"
    return None
