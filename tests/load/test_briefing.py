"""Loading a whole briefing file."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from briefing_tui.errors import InvalidBriefingError, UnreadableFileError
from briefing_tui.load.briefing import examine_briefing, load_briefing
from briefing_tui.load.problems import MOST_ERRORS
from briefing_tui.load.quote import MOST_OFFERED
from briefing_tui.model.relation import relations

BROKEN = Path(__file__).parent / "broken"
FILE = """\
format: 1
title: A visit to Marrowdale
subject: Children in care
authority: Marrowdale County Council
visit:
  kind: focused visit
  framework: 1.10
  from: 2024-05-14
  to: 2024-05-14
  graded: no
  priority_actions: none
sources:
  letter: {title: A visit, publisher: Inspectorate of Nowhere, date: 2024-05, file: letter.md}
areas:
  - {id: CLA, name: Children in care}
improvements:
  - {id: I-1, quote: Two foster homes had no check in 2023-24.}
findings:
  - id: CLA-007
    areas: [CLA]
    tone: strength
    summary: >-
      Plans
      are clear.
    quote: Plans are clear.
    bears_on: [{point: I-1, as: evidence}]
"""
VALID = FILE.replace("CLA-007", "CLA-7")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a small valid briefing beside its letter."""
    shutil.copy(BROKEN / "letter.md", tmp_path)
    path = tmp_path / "visit.yaml"
    path.write_text(VALID, encoding="utf-8")
    return path


def test_what_is_written_is_what_is_shown(file: Path) -> None:
    """`no` and `1.10` stay as typed, a folded text is one line, and the day is the day."""
    briefing = load_briefing(file)
    assert briefing.visit.framework == "1.10"
    assert briefing.visit.graded is False
    assert briefing.visit.first_day.isoformat() == "2024-05-14"
    assert briefing.entry("cla7").summary == "Plans are clear."
    assert briefing.sources["letter"].date == "2024-05"


def test_references_are_never_renumbered(file: Path) -> None:
    """`CLA-007` is refused at its place rather than taken for `CLA-7`."""
    file.write_text(FILE, encoding="utf-8")
    with pytest.raises(InvalidBriefingError) as caught:
        load_briefing(file)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column, problem.rule) == (19, 9, "reference")


@pytest.mark.parametrize(
    "encoded",
    [
        VALID.encode("utf-8-sig"),
        VALID.replace("\n", "\r\n").encode(),
        VALID.replace("\n", "\r").encode(),
    ],
    ids=["byte order mark", "CRLF", "CR"],
)
def test_how_other_editors_save_makes_no_difference(file: Path, encoded: bytes) -> None:
    """A byte order mark and other line ends leave the briefing as it was."""
    plain = load_briefing(file)
    file.write_bytes(encoded)
    briefing = load_briefing(file)
    assert briefing.entries == plain.entries
    assert briefing.subject == plain.subject


def test_places_are_those_of_the_editor(file: Path) -> None:
    """With a byte order mark, CRLF and accents before it, a problem keeps its line and column."""
    text = VALID.replace("tone: strength", "tone: strong").replace("County", "Coüntý")
    file.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    _, problems = examine_briefing(file)
    assert [(problem.line, problem.column) for problem in problems] == [(21, 11)]


def test_a_file_that_is_no_text_is_refused_by_name(tmp_path: Path) -> None:
    """What cannot be read at all is an error of its own that names the file."""
    with pytest.raises(UnreadableFileError, match="there is no such file"):
        load_briefing(tmp_path / "gone.yaml")


def test_a_letter_that_is_no_text_is_named_where_the_file_names_it(file: Path) -> None:
    """A letter in another encoding is a problem at its name, with the letter's bad byte and line."""
    file.with_name("letter.md").write_bytes(b"## Findings\n\nA na\xefve plan.\n")
    _, (problem,) = examine_briefing(file)
    assert (problem.line, problem.rule) == (13, "source-file")
    assert "letter.md:3:5: Not UTF-8: byte 0xEF." in problem.message


def test_a_hostile_file_name_is_made_harmless_in_problems(file: Path) -> None:
    """An escape sequence in a file's name does not reach the message about a problem in it."""
    hostile = file.with_name("a\x1b]0;b\x07.yaml")
    hostile.write_text("[]", encoding="utf-8")
    _, problems = examine_briefing(hostile)
    assert [problem.rule for problem in problems] == ["shape"]
    assert not re.search(r"[\x00-\x1f]", str(problems[0]))


def test_warnings_do_not_keep_a_file_from_opening(file: Path) -> None:
    """A file with a warning only is opened, and the warning said."""
    file.write_text(VALID.replace("    bears_on: [{point: I-1, as: evidence}]\n", ""), encoding="utf-8")
    briefing, problems = examine_briefing(file)
    assert briefing is not None
    assert [problem.level for problem in problems] == ["warning"]


def test_the_place_that_is_offered_settles_it(file: Path) -> None:
    """Where words stand twice, each place that the message offers, typed after `at:`, is understood."""
    again = "  - {id: CLA-8, areas: [CLA], tone: strength, summary: Kept., quote: Records are kept.%s}\n"
    file.write_text(VALID + again % "", encoding="utf-8")
    _, (problem,) = examine_briefing(file)
    offered = problem.message.partition("the letter: ")[2].partition(". Say")[0].split("; ")
    assert len(offered) == 2
    for place in offered:
        file.write_text(VALID + again % f', at: "{place}"', encoding="utf-8")
        briefing, problems = examine_briefing(file)
        assert problems == ()
        assert briefing is not None
        assert briefing.entry("CLA-8").quotations[0].place == place


def test_a_point_on_which_a_finding_bears_twice(file: Path) -> None:
    """A second bearing on the same point is a problem, or it is shown: it is never dropped silently."""
    twice = "bears_on: [{point: I-1, as: evidence}, {point: I-1, as: cause}]"
    file.write_text(VALID.replace("bears_on: [{point: I-1, as: evidence}]", twice), encoding="utf-8")
    briefing, problems = examine_briefing(file)
    shown = relations(briefing, briefing.entry("I-1")) if briefing else ()
    assert problems or [relation.kind for relation in shown] == ["Evidence", "Cause"]


def test_a_term_that_stands_twice(file: Path) -> None:
    """A second glossary entry of the same term is a problem: only one of them would ever be found."""
    terms = "glossary:\n  - {term: plan, meaning: One.}\n  - {term: plan, meaning: Another.}\n"
    file.write_text(VALID + terms, encoding="utf-8")
    _, problems = examine_briefing(file)
    assert [problem.line for problem in problems] == [29]


def test_errors_without_end_are_not_all_told(file: Path) -> None:
    """A file with more errors than anybody mends at once is read up to there, and the last one says so."""
    file.write_text(VALID + "".join(f"key{n}: x\n" for n in range(2 * MOST_ERRORS)), encoding="utf-8")
    briefing, problems = examine_briefing(file)
    assert briefing is None
    assert len(problems) == MOST_ERRORS + 1
    assert {problem.rule for problem in problems} == {"unknown-key", "too-many-errors"}
    assert [problem.line for problem in problems[-2:]] == [26 + MOST_ERRORS] * 2


def test_a_letter_with_an_invisible_character(file: Path) -> None:
    """What was taken out of the letter is warned of in the letter, at its place, and the file opens."""
    letter = file.with_name("letter.md")
    letter.write_text(
        letter.read_text(encoding="utf-8") + "\nThey wait for in\u00adfor\u00admation.\n", encoding="utf-8"
    )
    briefing, (problem,) = examine_briefing(file)
    assert briefing is not None
    lines = letter.read_text(encoding="utf-8").split("\n")
    assert (problem.path, problem.line, problem.column) == (str(letter), len(lines) - 1, 17)
    assert (problem.level, problem.rule) == ("warning", "removed-character")
    assert "soft hyphen" in problem.message
    assert "and 1 more" in problem.message


def test_quotations_of_another_letter(file: Path) -> None:
    """Where very many quotations are not found, each is still named, and then the letter is in doubt."""
    again = "  - {{id: CLA-{0}, areas: [CLA], tone: strength, summary: x, quote: Plans are unclear ({0}).}}\n"
    file.write_text(VALID + "".join(again.format(n) for n in range(8, 10 + MOST_OFFERED)), encoding="utf-8")
    _, problems = examine_briefing(file)
    assert [problem.line for problem in problems] == list(range(27, 29 + MOST_OFFERED))
    assert {problem.rule for problem in problems} == {"quote-not-found"}
    assert ["the right letter?" in problem.message for problem in problems[-3:]] == [False, True, True]
