"""A large briefing loaded in a process of its own, while this one imports what shows it.

Loading a thousand findings and importing Textual take about as long, and few machines have only one
processor. What loading needs and leaves behind stays over there: of 10,000 findings, 15 MB. A small file is
loaded sooner than it is handed over.
What goes wrong in that process says nothing: it is found again here, where it can be told. Nothing here
may import what takes a millisecond.
"""

from __future__ import annotations

import gc
import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from briefing_tui.model.briefing import Briefing


class Ahead:
    """The process that loads the briefing in `file`, begun at once.

    To be made before there are threads. Raises OSError if there can be no such process.
    """

    def __init__(self, file: str) -> None:
        self._results, results = os.pipe()
        self._process = os.fork()
        if not self._process:
            os.close(self._results)  # or it would wait for ever to be read, should this process end first
            _load(file, results)
        os.close(results)

    def loaded(self) -> tuple[Briefing, tuple[str, ...]] | None:
        """Wait for the briefing and return it with the warnings about its file, once.

        None if it could not be loaded there.
        """
        from pickle import UnpicklingError, load  # noqa: PLC0415 (not before it is needed)

        with os.fdopen(self._results, "rb") as results:
            try:
                briefing, warnings = load(results)  # noqa: S301 (what our own process writes)
            except (EOFError, UnpicklingError):  # it ended before all was written
                briefing, warnings = None, ()
        _, status = os.waitpid(self._process, 0)
        return (briefing, warnings) if briefing and not status else None


def _load(file: str, results: int) -> NoReturn:
    """Be the process: write the briefing, say nothing, and end with 0 if all of it was written."""
    status = 1
    try:
        gc.disable()
        nothing = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(nothing, standard)
        from pathlib import Path  # noqa: PLC0415 (in this process only)
        from pickle import dump  # noqa: PLC0415

        from briefing_tui.load import examine_briefing  # noqa: PLC0415

        briefing, problems = examine_briefing(Path(file))
        if briefing:
            with os.fdopen(results, "wb") as pipe:
                dump((briefing, tuple(map(str, problems))), pipe)
            status = 0
    finally:
        os._exit(status)
