"""Keys that wait for their turn, with an application and a loop that do what the test says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.events import Key

from briefing_tui.tui.terminal.moves import Moves
from briefing_tui.tui.terminal.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable


class Table:
    """Somebody at whose place messages lie, and a clock that stands still by itself."""

    def __init__(self) -> None:
        self.is_busy = self.must_lay_out = False
        self.keys_that_move = "jk"
        self.now = 0.0
        self.handed_on = ""
        self._soon: list[Callable[[], None]] = []
        anything: Any = self
        self.turns = Turns(anything, anything, self._take)

    def _take(self, message: object) -> None:
        assert isinstance(message, Key | Moves)
        self.handed_on += (
            "".join(key.key for key in message.keys) if isinstance(message, Moves) else message.key
        )
        self.is_busy = True

    def time(self) -> float:
        """Return the time."""
        return self.now

    def call_soon(self, call: Callable[[], None]) -> None:
        """Call that in the next turn."""
        self._soon.append(call)

    def fail(self, error: Exception) -> None:
        """Let the test fail."""
        raise error

    def type(self, keys: str) -> None:
        """Have keys come together."""
        for key in keys:
            self.turns.add(Key(key, key))

    def turn(self, count: int = 1) -> None:
        """Let the loop turn."""
        for _ in range(count):
            due, self._soon = self._soon, []
            for call in due:
                call()


@pytest.fixture
def table() -> Table:
    """Return somebody who has nothing to do."""
    return Table()


def test_the_next_waits(table: Table) -> None:
    """A key is handed on when nobody has a message of the one before it."""
    table.type("my")
    table.turn(5)
    assert table.handed_on == "m"
    table.is_busy = False
    table.turn()
    assert table.handed_on == "my"


def test_a_slow_handler_lets_nothing_pass(table: Table) -> None:
    """However long one message takes, what it leads to comes before the next key."""
    table.type("jy")
    for _ in range(20):
        table.now += 3.0
        table.turn()
    assert table.handed_on == "j"


def test_who_never_comes_to_rest_is_not_waited_for(table: Table) -> None:
    """Where messages never end, keys go on after a while."""
    table.type("my")
    table.turn(90)
    table.now += 1.0
    table.turn(90)
    assert table.handed_on == "my"


def test_moves_go_together(table: Table) -> None:
    """Keys that only move do not wait for each other, and what comes after them waits for all."""
    table.type("jjkjy")
    table.is_busy = False
    table.turn()
    assert table.handed_on == "jjkj"
    table.turn(5)
    assert table.handed_on == "jjkj"
