"""What the reader has set for good: theme, mouse and keys."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing_tui.errors import Problem


class Settings(NamedTuple):
    """What the reader has set; what is not set serves as it comes."""

    theme: str = ""
    """The name of a theme; empty for the one last chosen."""
    mouse: bool = True
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Keys by Textual's names, by the name of the command."""


NOTHING_SET = Settings()


def read_settings(file: Path | None) -> tuple[Settings, tuple[Problem, ...]]:
    """Return what `file` sets and what is wrong with it. What is wrong is as if it were not there."""
    if file is None or not file.exists():
        return NOTHING_SET, ()
    from briefing_tui.tui.settings_file import read_file  # noqa: PLC0415 (most readers have none)

    return read_file(file)
