"""Bytes from the keyboard line, cut into keys and reports by the grammar of ECMA-48.

What breaks the grammar is dropped, so that no torn or forged report is taken for keys. Escape and a letter
are Escape and then the letter, not Alt with it: a slow line delivers together what was typed apart.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

_LARGEST = 4096
"""Characters of one sequence. What is longer is none."""

_SEQUENCE = re.compile(
    r"\x1b(?:"
    r"\[\[[A-E]"  # function keys of the Linux console
    r"|\[M[^\x1b]{3}"  # the mouse, from a terminal that knows no decimal form
    r"|\[[ -?]*[@-LN-Z\\-~]|\[[ -?]+M"  # CSI, parameters, a final character
    r"|O[0-9;]*[A-Za-z]"  # SS3
    r"|[\]PX^_][^\x07\x1b\x18\x1a]*(?:\x07|\x1b\\))"  # OSC, DCS, SOS, PM, APC: a string and its end
)
_UNFINISHED = re.compile(
    r"\x1b(?:\[\[?|\[M[^\x1b]{0,2}|\[[ -?]*|O[0-9;]*|[\]PX^_][^\x07\x1b\x18\x1a]*\x1b?)?\Z"
)
_BROKEN = re.compile(r"\x1b(?:\[M[^\x1b]{0,2}|\[[ -?]*|O[0-9;]*|[\]PX^_][^\x07\x1b\x18\x1a]*)")


class Keyboard:
    """Decodes and cuts what is read, piece by piece."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._rest = ""
        self._pasted: str | None = None

    @property
    def waiting(self) -> bool:
        """Whether something has begun that may never end: `give_up` after a while."""
        return bool(self._rest) or self._pasted is not None

    @property
    def pasting(self) -> bool:
        """Whether what has begun is a pasted text, which may take longer than a key."""
        return self._pasted is not None

    def feed(self, data: bytes) -> Iterator[str]:
        """Yield each character, each sequence, and each pasted text with its brackets."""
        self._rest += self._decode(data)
        while self._rest:
            unit = self._pasting() if self._pasted is not None else self._next()
            if unit is None:
                return
            if unit == PASTE_BEGINS:
                self._pasted = ""
            elif unit:
                yield unit

    def give_up(self) -> Iterator[str]:
        """Yield Escape, and a key after it, if that is all that came; forget what has not ended."""
        if len(self._rest) <= len("\x1b[") and self._pasted is None:
            yield from self._rest
        self._rest, self._pasted = "", None

    def _next(self) -> str | None:
        """Return the next unit, empty for one to be dropped, None if more must come first."""
        text = self._rest
        if text[0] != "\x1b":
            return self._take(1)
        if found := _SEQUENCE.match(text):
            return self._take(found.end())
        if _UNFINISHED.match(text):
            if len(text) > _LARGEST:
                self._rest = f"{text[:2]}!"  # still waits for its end, and is no known one
            return None
        if broken := _BROKEN.match(text):
            self._take(broken.end())
            return ""
        return self._take(1)

    def _pasting(self) -> str | None:
        before, end, after = self._rest.partition(PASTE_ENDS)
        if end:
            pasted, self._pasted, self._rest = f"{self._pasted}{before}", None, after
            return f"{PASTE_BEGINS}{pasted}{PASTE_ENDS}"
        kept = len(PASTE_ENDS) - 1
        self._pasted = f"{self._pasted}{self._rest[:-kept]}"
        self._rest = self._rest[-kept:]
        return None

    def _take(self, count: int) -> str:
        taken, self._rest = self._rest[:count], self._rest[count:]
        return taken
