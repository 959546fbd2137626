"""Text for the clipboard of the terminal at the reader's end of the line.

The terminal is asked with OSC 52 (xterm control sequences, "Manipulate Selection Data"); none
answers. tmux and GNU screen stand in between: each passes on what is wrapped in its own
device control string, tmux only with `allow-passthrough on`, or by itself with
`set-clipboard on`; so inside tmux both forms are sent.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 74_994
"""Bytes of text: as much as fits, encoded, into the 100,000 bytes that terminals commonly take."""

_SCREEN_PIECE = 256
"""Bytes that GNU screen passes on at a time; it drops longer strings."""


def copy_sequence(text: str, environ: Mapping[str, str]) -> str:
    """Return what to write to the terminal so that `text` is on the reader's clipboard.

    Raises ValueError if `text` is too long for terminals to take.
    """
    data = text.encode()
    if len(data) > LARGEST:
        raise ValueError(f"{len(data)} bytes are more than the {LARGEST} that a terminal's clipboard takes")
    asked = f"\x1b]52;c;{b64encode(data).decode()}\x07"
    if "TMUX" in environ:
        escaped = asked.replace("\x1b", "\x1b\x1b")
        return f"{asked}\x1bPtmux;{escaped}\x1b\\"
    if "STY" in environ:
        pieces = [asked[start : start + _SCREEN_PIECE] for start in range(0, len(asked), _SCREEN_PIECE)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return asked
