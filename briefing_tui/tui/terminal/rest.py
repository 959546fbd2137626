"""What is done while no key comes, so that none need wait for it: getting ready, looking for garbage."""

from __future__ import annotations

import asyncio
import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUIET = 0.1
"""Seconds without a key after which there is time for what is not asked for yet."""

DRAWN = 0.03
"""Seconds after a key in which what it opens is drawn: no thread need be begun before."""

GARBAGE, FLOOD = 10_000, 50_000
"""Objects made and still there since garbage was last looked for: from the first on it is looked for while no
key comes, from the second on whatever comes.
"""

_SWITCH = 0.0005
"""Seconds after which a thread gives way to another. Python's own 0.005 are a third of a frame, for which the
thread that follows keys would wait each time that it has looked for input.
"""


async def prepare(preparations: Iterator[Callable[[], object]], is_quiet: Callable[[], bool]) -> None:
    """Do `preparations`, each while it is quiet: a key waits for one that has begun.

    Then take it that nothing there is is garbage.
    """
    while True:
        while not is_quiet():  # noqa: ASYNC110 (nothing tells of quiet)
            await asyncio.sleep(QUIET)
        one = next(preparations, None)
        if one is None:
            break
        one()
        await asyncio.sleep(0)
    gc.freeze()


def begin() -> None:
    """Have threads give way soon, and garbage looked for, but seldom: what there is now is none."""
    sys.setswitchinterval(_SWITCH)
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(FLOOD, 10, 10)
        gc.enable()


def clear_garbage() -> None:
    """Look for garbage if there may be some."""
    if gc.get_count()[0] > GARBAGE:
        gc.collect()


def clear_everything() -> None:
    """Look for garbage also in what was there when nothing was."""
    gc.unfreeze()
    gc.collect()
