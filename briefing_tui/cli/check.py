"""`briefing check FILE …`: what is wrong with briefing files, and how much of their letters they quote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_tui.character import harmless
from briefing_tui.cli.output import ExitCode, say, warn
from briefing_tui.errors import UnreadableFileError
from briefing_tui.load.briefing import examine_briefing
from briefing_tui.model.coverage import coverage

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from briefing_tui.errors import Problem
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.coverage import Coverage


@dataclass(frozen=True, slots=True)
class Checked:
    """One file, and what came of it."""

    name: str
    exit_code: ExitCode
    problems: tuple[Problem, ...] = ()
    briefing: Briefing | None = None
    """None if the file does not open."""
    accounted: Coverage | None = None


def run(asked: Namespace) -> ExitCode:
    """Check what is asked for."""
    return check(asked.files, asked.format)


def check(files: Sequence[Path], form: str) -> ExitCode:
    """Say everything that is wrong with `files` in that form; the worst of them decides the exit status."""
    checked = [_check(file) for file in files]
    problems = sorted(problem for one in checked for problem in one.problems)
    if form == "json":
        import json  # noqa: PLC0415 (people are told in text)

        say([json.dumps(_json(checked, problems), indent=2)])
    else:
        say(str(problem) for problem in problems)
        for one in checked:
            say(_told(one))
    return max(one.exit_code for one in checked)


def _check(file: Path) -> Checked:
    name = harmless(str(file))
    try:
        briefing, problems = examine_briefing(file)
    except UnreadableFileError as error:
        warn(f"briefing: {error}")
        return Checked(name, ExitCode.CANNOT)
    if briefing is None:
        return Checked(name, ExitCode.PROBLEMS, problems)
    accounted = coverage(briefing)
    exit_code = ExitCode.PROBLEMS if accounted.missing else ExitCode.OK
    return Checked(name, exit_code, problems, briefing, accounted)


def _told(checked: Checked) -> Iterator[str]:
    """Yield the number of errors, or how much is quoted and each sentence that is not, with its place."""
    briefing, accounted = checked.briefing, checked.accounted
    if briefing is None or accounted is None:
        if checked.problems:
            errors = sum(problem.level == "error" for problem in checked.problems)
            yield f"{checked.name}: {errors} {'error' if errors == 1 else 'errors'} to mend before it opens."
        return
    share = 100 * len(accounted.quoted) // accounted.total
    left_out = f", {len(accounted.left_out)} left out for a reason" if accounted.left_out else ""
    quoted = f"{len(accounted.quoted)} of {accounted.total} sentences of the letter quoted ({share} %)"
    yield f"{checked.name}: {quoted}{left_out}."
    for one in briefing.left_out:
        yield f"  left out: {one.quotation.place}: {one.quotation} Reason: {one.reason}"
    for sentence in accounted.missing:
        yield f"  not quoted: {briefing.letter.place(sentence)}: {briefing.letter.quote(sentence)}"
    if accounted.missing:
        yield "Quote these, or list them under `left_out:` with a `quote` and a `reason`."


def _json(checked: Sequence[Checked], problems: Sequence[Problem]) -> dict[str, object]:
    """Return what programs are told. Names here are promised in the README."""
    return {
        "problems": [
            {
                "file": problem.path,
                "line": problem.line,
                "column": problem.column,
                "level": problem.level,
                "rule": problem.rule,
                "message": problem.message,
            }
            for problem in problems
        ],
        "files": [_json_of(one) for one in checked],
    }


def _json_of(checked: Checked) -> dict[str, object]:
    briefing, accounted = checked.briefing, checked.accounted
    if briefing is None or accounted is None:
        return {"file": checked.name, "opens": False}
    return {
        "file": checked.name,
        "opens": True,
        "sentences": accounted.total,
        "quoted": len(accounted.quoted),
        "left_out": len(accounted.left_out),
        "not_quoted": [
            {"place": briefing.letter.place(sentence), "text": briefing.letter.text(sentence)}
            for sentence in accounted.missing
        ],
    }
