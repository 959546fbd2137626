"""How far a draft's coding agrees with a person's: `.venv/bin/python benchmarks/agreement.py`.

Drafts the bundled letter anew and holds the draft, sentence by sentence, against the bundled briefing,
which people coded. Prints a table and, with `-v`, each sentence on which the two differ. The rules
that draft know nothing of this letter; its briefing served to measure them.
"""
# ruff: noqa: INP001, T201 (a script that prints)

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefing_tui.draft.coding import code_letter
from briefing_tui.draft.letter import take_apart
from briefing_tui.draft.plain import plain_lines
from briefing_tui.load import load_briefing
from briefing_tui.load.letter import parse_letter
from briefing_tui.paths import bundled_briefing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_tui.draft.entry import FindingDraft
    from briefing_tui.model.entry import Finding
    from briefing_tui.model.quotation import Passage


def main() -> None:
    """Print the table."""
    briefing = load_briefing(bundled_briefing())
    file = bundled_briefing().with_name("hackney-2022-letter.md")
    text = take_apart(plain_lines(file.read_text(encoding="utf-8")), file.name)
    draft = code_letter(text, parse_letter(text.markdown))
    pairs = []
    for sentence in briefing.letter.sentences:
        theirs = person(sentence, (*briefing.headlines, *briefing.findings))
        ours = rules(sentence, (*draft.headlines, *draft.findings))
        if theirs and ours:
            pairs.append((briefing.letter.text(sentence), theirs, ours))
    print(f"{len(pairs)} sentences of findings and headlines; the draft agrees with the person on\n")
    row("area: the home is the person's home", [a.areas[0] == b.area.areas[0] for _, a, b in pairs])
    row("area: the home is among the person's areas", [b.area.areas[0] in a.areas for _, a, b in pairs])
    row("tone, of four", [a.tone is b.tone.tone for _, a, b in pairs])
    row("points: the same set, none included", [points(a) == drafted(b) for _, a, b in pairs])
    bearing = [(a, b) for _, a, b in pairs if points(a)]
    row("points: where the person names any, the same set", [points(a) == drafted(b) for a, b in bearing])
    row(
        "points: where the person names any, at least one of them",
        [bool(points(a) & drafted(b)) for a, b in bearing],
    )
    both = [(kinds(a)[point], kind) for a, b in bearing for point, kind in guessed(b) if point in kinds(a)]
    row("how they bear, where both name the point", [a == b for a, b in both])
    if "-v" in sys.argv:
        for sentence, a, b in pairs:
            differences = list(differing(a, b))
            if differences:
                print(f"\n{sentence}\n    {'; '.join(differences)}")


def person(sentence: Passage, entries: Iterable[Finding]) -> Finding | None:
    """Return the entry of the briefing that quotes `sentence`."""
    return next(
        (
            entry
            for entry in entries
            for quotation in entry.quotations
            if quotation.passage and quotation.passage.overlaps(sentence)
        ),
        None,
    )


def rules(sentence: Passage, entries: Iterable[FindingDraft]) -> FindingDraft | None:
    """Return the entry of the draft that quotes `sentence`."""
    return next((entry for entry in entries if entry.passage.overlaps(sentence)), None)


def points(finding: Finding) -> set[str]:
    """Return the references of the points on which a person says that `finding` bears."""
    return {one.point for one in finding.bears_on}


def drafted(finding: FindingDraft) -> set[str]:
    """Return the references of the points on which the draft says that `finding` bears."""
    return {one.point for one in finding.points}


def kinds(finding: Finding) -> dict[str, str]:
    """Return how a person says that `finding` bears on each point."""
    return {one.point: one.bearing.value for one in finding.bears_on}


def guessed(finding: FindingDraft) -> list[tuple[str, str]]:
    """Return the points of the draft, and how it says that `finding` bears on them."""
    return [(one.point, one.bearing.value) for one in finding.points]


def differing(theirs: Finding, ours: FindingDraft) -> Iterable[str]:
    """Yield what a person and the draft say differently."""
    if ours.area.areas[0] != theirs.areas[0]:
        yield f"area {theirs.areas} / {ours.area.areas} ({ours.area.reason})"
    if theirs.tone is not ours.tone.tone:
        yield f"tone {theirs.tone.value} / {ours.tone.tone.value} ({ours.tone.reason})"
    if points(theirs) != drafted(ours):
        reasons = [f"{one.point} from {one.reason}" for one in ours.points]
        yield f"points {sorted(points(theirs))} / {sorted(drafted(ours))} ({'; '.join(reasons)})"


def row(title: str, agreed: list[bool]) -> None:
    """Print one line of the table."""
    print(f"{title:60}{sum(agreed):>4} of {len(agreed):<4}{100 * sum(agreed) / len(agreed):>5.0f} %")


if __name__ == "__main__":
    main()
