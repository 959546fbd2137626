"""What was typed, handed to the application one thing after the other."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textual.events import Key

from briefing_tui.tui.terminal.moves import Moves

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

    from textual.message import Message

    from briefing_tui.tui.terminal.app import TerminalApp

_TOGETHER = 100
"""Keys that only move which are handed on in one turn, at most: nothing is drawn meanwhile."""

_PATIENCE, _ENOUGH_TURNS = 0.5, 100
"""Seconds after which the next comes in any case, if the loop has turned so often meanwhile.

A single handler that takes as long is not to let the next key overtake what is still to be told of it.
"""


class Turns:
    """Hands each key, text or move of the mouse on when all that the one before it set off is done.

    Textual hands on what it gets, and what a column has to say of a key travels up in messages that may come
    after the next key: of `j` and `y` in one packet, `y` copied the finding that `j` had just left.
    """

    def __init__(self, app: TerminalApp, loop: AbstractEventLoop, hand_on: Callable[[Message], None]) -> None:
        self._app = app
        self._loop = loop
        self._hand_on = hand_on
        self._waiting: deque[Message] = deque()
        self._is_turning = False
        self._handed_on = 0.0
        self._turned = 0
        """How often the loop has turned since then."""

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._waiting)

    @property
    def is_followed(self) -> bool:
        """Whether what the last one sets off is still being done."""
        return self._is_turning and self._app.is_busy

    def add(self, message: Message) -> None:
        """Have `message` wait for its turn."""
        self._waiting.append(message)
        if not self._is_turning:
            self._is_turning = True
            self._turn()

    def _turn(self) -> None:
        try:
            self._take_turn()
        except Exception as error:  # noqa: BLE001 (whatever it is, the terminal must be given back)
            self._app.fail(error)

    def _take_turn(self) -> None:
        now = self._loop.time()
        self._turned += 1
        is_late = now - self._handed_on > _PATIENCE and self._turned > _ENOUGH_TURNS
        if is_late or not (self._app.is_busy or self._app.must_lay_out):
            if not self._waiting:
                self._is_turning = False
                self._app.draw()
                return
            self._handed_on, self._turned = now, 0
            self._hand_on(self._moves() or self._waiting.popleft())
        self._loop.call_soon(self._turn)

    def _moves(self) -> Moves | None:
        """Take the keys that only move, as far as they are the first to wait."""
        moving = self._app.keys_that_move
        keys: list[Key] = []
        while self._waiting and len(keys) < _TOGETHER:
            first = self._waiting[0]
            if not (isinstance(first, Key) and first.key in moving):
                break
            keys.append(first)
            self._waiting.popleft()
        return Moves(keys) if keys else None
