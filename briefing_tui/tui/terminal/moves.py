"""Keys that only move, which are followed many at a time and without asking all around what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.events import Key


class Moves(Message):
    """Keys that only move, one after the other."""

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self.keys = keys


class Follower:
    """What follows such keys by itself: Textual takes ten times as long to find out who does."""

    @property
    def keys_that_move(self) -> Collection[str]:
        """Keys that move here and do nothing else."""
        return ()

    def follow(self, keys: Sequence[str]) -> None:
        """Follow `keys`, of `keys_that_move` all, one after the other."""
