"""Published letters, which this project does not hold: in the folder that BRIEFING_LETTERS names.

It has a folder `pdf` and a folder `text`, with the names that `published.toml` has.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing_tui.cli.draft import draft
from briefing_tui.load.briefing import examine_briefing
from briefing_tui.model.coverage import coverage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Briefing

KEY: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("published.toml").read_text(encoding="utf-8")
)
FOLDER = os.environ.get("BRIEFING_LETTERS", "")
KINDS = {"pdf": "pdf", "text": "txt"}

if not FOLDER:
    pytest.skip(
        "BRIEFING_LETTERS names no folder of published letters (pdf/*.pdf, text/*.txt)",
        allow_module_level=True,
    )

LETTERHEAD = re.compile(
    r"Ofsted|Piccadilly Gate|Store Street|Manchester|M1 2WD|Manchester M1 2WD|T 0300 123 1231|"
    r"Textphone 0161 618 8524|Textphone( 0161 618)?|0161 618 8524|8524|enquiries@ofsted.gov.uk|"
    r"www.gov.uk/ofsted|www.ofsted.gov.uk|Clive House|70 Petty France,|Westminster|London SW1H 9EX"
)
NOTE = re.compile(r"^1 [A-Z][^.]{60,}\.[^.]*\.\n", re.MULTILINE)
"""A footnote of two sentences, which a draft puts behind the paragraph that it broke."""


@pytest.fixture(params=sorted(KEY))
def name(request: pytest.FixtureRequest) -> str:
    """Give each letter's name in turn."""
    return str(request.param)


@pytest.fixture(params=sorted(KINDS))
def letter(request: pytest.FixtureRequest, name: str) -> Path:
    """Give each letter as PDF and as text."""
    return Path(FOLDER, request.param, f"{name}.{KINDS[request.param]}")


@pytest.fixture
def drafted(letter: Path, tmp_path: Path) -> Briefing:
    """Draft the letter and load the draft."""
    draft(str(letter), tmp_path, force=False, then_open=False)
    briefing, problems = examine_briefing(tmp_path / f"{letter.stem}.yaml")
    assert briefing is not None, problems
    return briefing


def test_the_facts_are_the_letters(name: str, drafted: Briefing) -> None:
    """Council, days, date and how many points and inspectors there are: as a person read them."""
    found = {
        "authority": drafted.authority,
        "visit": [drafted.visit.first_day, drafted.visit.last_day],
        "dated": drafted.sources["letter"].date,
        "improvements": sum(not point.priority for point in drafted.points),
        "priority_actions": sum(point.priority for point in drafted.points),
        "inspectors": sum(person.part == "inspector" for person in drafted.people),
    }
    expected = {**KEY[name], "dated": str(KEY[name]["dated"])}
    del expected["half"]
    assert found == expected


def test_every_sentence_is_quoted(drafted: Briefing) -> None:
    """No sentence of a letter is left without an entry."""
    assert coverage(drafted).missing == ()


def test_no_word_is_lost_doubled_or_moved(letter: Path, tmp_path: Path) -> None:
    """The letter's words are the source's in their order, read by other means than the program's."""
    draft(str(letter), tmp_path, force=False, then_open=False)
    text = (tmp_path / f"{letter.stem}-letter.md").read_text(encoding="utf-8")
    assert squeezed(text) == squeezed("\n".join(source_lines(letter)))


def source_lines(letter: Path) -> Iterator[str]:
    """Yield the lines of the source, without those that are Ofsted's address or a page number."""
    if letter.suffix == ".txt":
        pages = [letter.read_text(encoding="utf-8")]
    else:
        import pypdfium2  # noqa: PLC0415 (only where there are letters to read)

        with pypdfium2.PdfDocument(letter) as document:
            pages = [page.get_textpage().get_text_range() for page in document]
    for page in pages:
        for line in page.replace("\ufffe", "-").splitlines():
            if not LETTERHEAD.fullmatch(line.strip()) and not re.fullmatch(r"[2-9]", line.strip()):
                yield line


def squeezed(text: str) -> str:
    """Return the letters and digits of `text` from the salutation on, so that hyphens and spaces are one."""
    salutation = re.search(r"^Dear\s", text, re.MULTILINE)
    assert salutation
    return re.sub(r"[\W_]", "", NOTE.sub("", text[salutation.start() :]))
