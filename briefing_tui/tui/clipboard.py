"""Text for the clipboard of the terminal at the reader's end of the line.

The terminal is asked with OSC 52 (xterm control sequences, "Manipulate Selection Data"); none
answers. Inside tmux, tmux itself is asked, which then asks the terminal, whatever its settings; one
older than 3.2 cannot, and is sent what it passes on with `set-clipboard on` and with
`allow-passthrough on`. GNU screen passes on what is wrapped in its own device control string.
"""

from __future__ import annotations

import subprocess
from base64 import b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 74_994
"""Bytes of text: as much as fits, encoded, into the 100,000 bytes that terminals commonly take."""

TMUX_ANSWERS = 1.0
"""Seconds within which tmux answers, if it does."""

_SCREEN_PIECE = 256
"""Bytes that GNU screen passes on at a time; it drops longer strings."""


def hand_to_tmux(text: str, environ: Mapping[str, str]) -> bool:
    """Ask the tmux around us to pass `text` on to the reader's terminal; say whether there is one that does.

    Raises ValueError if `text` is too long for terminals to take.
    """
    data = _fitting(text)
    if "TMUX" not in environ:
        return False
    command = ("tmux", "load-buffer", "-w", "-")
    try:
        done = subprocess.run(  # noqa: S603 (the text is its input, not its arguments)
            command, input=data, capture_output=True, timeout=TMUX_ANSWERS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def copy_sequence(text: str, environ: Mapping[str, str]) -> str:
    """Return what to write to the terminal so that `text` is on the reader's clipboard.

    Raises ValueError if `text` is too long for terminals to take.
    """
    asked = f"\x1b]52;c;{b64encode(_fitting(text)).decode()}\x07"
    if "TMUX" in environ:
        escaped = asked.replace("\x1b", "\x1b\x1b")
        return f"{asked}\x1bPtmux;{escaped}\x1b\\"
    if "STY" in environ:
        pieces = [asked[start : start + _SCREEN_PIECE] for start in range(0, len(asked), _SCREEN_PIECE)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return asked


def _fitting(text: str) -> bytes:
    data = text.encode()
    if len(data) > LARGEST:
        raise ValueError(f"{len(data)} bytes are more than the {LARGEST} that a terminal's clipboard takes")
    return data
