"""Where what the reader leaves behind is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.paths import state_dir


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"XDG_STATE_HOME": "/kept", "HOME": "/home/reader"}, "/kept/briefing"),
        ({"HOME": "/home/reader"}, "/home/reader/.local/state/briefing"),
        ({"XDG_STATE_HOME": "", "HOME": "/home/reader"}, "/home/reader/.local/state/briefing"),
        ({"XDG_STATE_HOME": "kept", "HOME": "/home/reader"}, "/home/reader/.local/state/briefing"),
    ],
)
def test_the_environment_names_the_folder(environ: dict[str, str], folder: str) -> None:
    """XDG_STATE_HOME counts where it is absolute, else the home's usual folder."""
    assert state_dir(environ) == Path(folder)


@pytest.mark.parametrize("environ", [{}, {"HOME": ""}, {"HOME": "reader"}, {"XDG_STATE_HOME": "~/kept"}])
def test_without_a_home_there_is_no_folder(environ: dict[str, str]) -> None:
    """Nothing is guessed where the environment names no absolute folder."""
    assert state_dir(environ) is None
