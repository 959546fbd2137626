"""Whole letters in, whole drafts out: `letters/NAME.txt`, and what `drafts/` expects of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from briefing_tui.cli.draft import draft
from briefing_tui.load.briefing import examine_briefing
from briefing_tui.model.coverage import coverage
from tests.draft.golden import DRAFTS, LETTERS

if TYPE_CHECKING:
    from pathlib import Path

NAMES = sorted(file.stem for file in LETTERS.glob("*.txt"))

LETTERHEAD = {
    "Ofsted",
    "Clive House",
    "70 Petty France,",
    "Westminster",
    "London SW1H 9EX",
    "T 0300 123 1231",
    "Textphone 0161 618 8524",
    "enquiries@ofsted.gov.uk",
    "www.ofsted.gov.uk",
}


def words(text: str) -> str:
    """Return the letters and digits of `text` from the salutation on, so that hyphens and spaces are one."""
    return re.sub(r"[\W_]", "", text[text.index("Dear ") :])


@pytest.mark.parametrize("name", NAMES)
def test_the_draft_of_each_letter(name: str, tmp_path: Path) -> None:
    """Each letter gives, byte for byte, the file and the text that a person has read and approved."""
    draft(str(LETTERS / f"{name}.txt"), tmp_path, force=False, then_open=False)
    for file in (f"{name}.yaml", f"{name}-letter.md"):
        assert (tmp_path / file).read_text(encoding="utf-8") == (DRAFTS / file).read_text(encoding="utf-8")


def test_no_draft_is_expected_of_a_letter_that_is_gone() -> None:
    """Every expected draft has its letter."""
    assert {file.stem.removesuffix("-letter") for file in DRAFTS.iterdir()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_draft_opens_and_quotes_every_sentence(name: str) -> None:
    """The loader finds every quotation of a draft, its mark, and no sentence of the letter left over."""
    briefing, problems = examine_briefing(DRAFTS / f"{name}.yaml")
    assert briefing is not None, problems
    assert briefing.draft
    assert coverage(briefing).missing == ()


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost_doubled_or_moved(name: str) -> None:
    """From "Dear" to the signature the letter's words are the source's, letterhead and page numbers apart."""
    source = (LETTERS / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in source.split("\n") if line not in LETTERHEAD and not re.fullmatch(r"\d", line)]
    text = (DRAFTS / f"{name}-letter.md").read_text(encoding="utf-8")
    if name == "norcliffe-2018":  # its title stands above the salutation
        text = text.partition("\n")[2]
    note = re.search(r"\n1 [A-Z].*\n", text)
    if note:  # moved on purpose, to the end of the paragraph that it broke
        assert source.count(note[0]) == 1
        text = text.replace(note[0], "")
        lines.remove(note[0].strip())
    assert words(text) == words("\n".join(lines))


def test_a_draft_is_one_until_its_line_is_taken_out(tmp_path: Path) -> None:
    """A person who has checked the coding takes out `coded: draft`, and the file is a draft no longer."""
    for name in ("ashcombe-2022.yaml", "ashcombe-2022-letter.md"):
        text = (DRAFTS / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("\ncoded: draft\n", "\n"), encoding="utf-8")
    briefing, problems = examine_briefing(tmp_path / "ashcombe-2022.yaml")
    assert problems == ()
    assert briefing is not None
    assert not briefing.draft
