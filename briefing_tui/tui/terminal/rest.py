"""What is done while no key comes, so that none need wait for it: getting ready, looking for garbage."""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

QUIET = 0.1
"""Seconds without a key after which there is time for what is not asked for yet."""

GARBAGE, FLOOD = 10_000, 50_000
"""Objects made and still there since garbage was last looked for: from the first on it is looked for while no
key comes, from the second on whatever comes.
"""


async def prepare(preparations: Iterable[Callable[[], object]], is_quiet: Callable[[], bool]) -> None:
    """Do `preparations`, each while it is quiet. None takes longer than a frame: a key may wait for it."""
    for one in preparations:
        while not is_quiet():  # noqa: ASYNC110 (nothing tells of quiet)
            await asyncio.sleep(QUIET)
        one()
        await asyncio.sleep(0)


def expect_garbage() -> None:
    """Have garbage looked for from now on, but seldom; what there is now is none."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(FLOOD, 10, 10)
        gc.enable()


def clear_garbage() -> None:
    """Look for garbage if there may be some."""
    if gc.get_count()[0] > GARBAGE:
        gc.collect()
