"""`briefing check FILE …`: what is wrong with a briefing file, and how much of the letter it quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.cli.output import ExitCode, say, warn
from briefing_tui.errors import UnreadableFileError
from briefing_tui.load.briefing import examine_briefing
from briefing_tui.load.text import harmless
from briefing_tui.model.coverage import coverage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.coverage import Coverage


def check(files: Sequence[Path]) -> ExitCode:
    """Say everything that is wrong with each of `files`; the worst of them decides the exit status."""
    return max(_check(file) for file in files)


def _check(file: Path) -> ExitCode:
    try:
        briefing, problems = examine_briefing(file)
    except UnreadableFileError as error:
        warn(f"briefing: {error}")
        return ExitCode.CANNOT
    say(str(problem) for problem in problems)
    name = harmless(str(file))
    if briefing is None:
        errors = sum(problem.level == "error" for problem in problems)
        say([f"{name}: {errors} {'error' if errors == 1 else 'errors'} to mend before it opens."])
        return ExitCode.PROBLEMS
    accounted = coverage(briefing)
    say(_told(name, briefing, accounted))
    return ExitCode.PROBLEMS if accounted.missing else ExitCode.OK


def _told(name: str, briefing: Briefing, accounted: Coverage) -> Iterator[str]:
    """Yield how much is quoted, and each sentence that is not, with its place."""
    share = 100 * len(accounted.quoted) // accounted.total
    left_out = f", {len(accounted.left_out)} left out for a reason" if accounted.left_out else ""
    quoted = f"{len(accounted.quoted)} of {accounted.total} sentences of the letter quoted ({share} %)"
    yield f"{name}: {quoted}{left_out}."
    for one in briefing.left_out:
        yield f"  left out: {one.quotation.place}: {one.quotation} Reason: {one.reason}"
    for sentence in accounted.missing:
        yield f"  not quoted: {briefing.letter.place(sentence)}: {briefing.letter.quote(sentence)}"
    if accounted.missing:
        yield "Quote these, or list them under `left_out:` with a `quote` and a `reason`."
