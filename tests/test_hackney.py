"""The bundled briefing: every word of the letter, and nothing that is not."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

import briefing_tui
from briefing_tui.model.coverage import coverage
from briefing_tui.model.entry import Claim, Person, Sentence, Source
from briefing_tui.model.letter import Form
from briefing_tui.paths import bundled_briefing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Briefing

LETTER = bundled_briefing().with_name("hackney-2022-letter.md").read_text(encoding="utf-8")

WORDS = "ff6aeaa30456761d1709a2127f7dd2bcb47edcc3542e90b46a83665f0b3da9e9"
"""SHA-256 of the words of the letter as published, from `Dear` to `Inspector`, one space between."""

MAY_NAME_HACKNEY = {("paths.py", "hackney-2022.yaml"), ("cli/parser.py", "Hackney, September 2022")}
"""Where the code names the briefing that comes with it."""


def words(text: str) -> list[str]:
    """Return the words of Markdown `text`, without its signs for headings and bullets."""
    return re.sub(r"^(#+|-) ", "", text, flags=re.MULTILINE).split()


def values(node: object, key: str) -> Iterator[str]:
    """Yield every text under `key`, wherever in the file."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key and isinstance(value, str):
                yield value
            yield from values(value, key)
    elif isinstance(node, list):
        for item in node:
            yield from values(item, key)


def test_the_letter_is_the_letter() -> None:
    """The words of the letter file are those that were published, in their order."""
    assert hashlib.sha256(" ".join(words(LETTER)).encode()).hexdigest() == WORDS


def test_all_80_sentences_are_in_the_briefing(hackney: Briefing) -> None:
    """Each of the letter's 80 sentences is a headline, a finding, an improvement point or context."""
    assert len(hackney.letter.sentences) == 80
    kinds = {
        "headlines": hackney.headlines,
        "findings": hackney.findings,
        "points": hackney.points,
        "context": hackney.context,
    }
    found = Counter[str]()
    for sentence in hackney.letter.sentences:
        homes = [
            kind
            for kind, entries in kinds.items()
            for entry in entries
            for quotation in entry.quotations
            if quotation.passage and quotation.passage.overlaps(sentence)
        ]
        assert len(homes) == 1, hackney.letter.text(sentence)
        found[homes[0]] += 1
    assert found == {"headlines": 10, "findings": 61, "points": 3, "context": 6}


def test_the_whole_letter_is_quoted(hackney: Briefing) -> None:
    """Coverage is 100 %, and nothing is left out."""
    found = coverage(hackney)
    assert (len(found.quoted), len(found.left_out), len(found.missing)) == (80, 0, 0)


def test_every_quotation_is_in_the_letter_file() -> None:
    """Read without the loader, every `quote` stands in one paragraph of the letter file as it is."""
    paragraphs = [" ".join(words(block)) for block in re.split(r"\n\n|\n(?=- )", LETTER)]
    data = yaml.load(bundled_briefing().read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (text only)
    data["timeline"] = [event for event in data["timeline"] if event["source"] == "letter"]
    quotes = [" ".join(quote.split()) for quote in values(data, "quote")]
    assert len(quotes) >= 80
    assert [quote for quote in quotes if not any(quote in paragraph for paragraph in paragraphs)] == []


def test_summaries_are_short_sentences(hackney: Briefing) -> None:
    """Every summary is one sentence of at most 90 characters that ends with a full stop."""
    for entry in (*hackney.context, *hackney.headlines, *hackney.findings):
        assert len(entry.summary) <= 90
        assert re.fullmatch(r"[^.?!]+\.", entry.summary), entry.summary


def test_everything_that_is_ours_is_a_sentence(hackney: Briefing) -> None:
    """Claims, notes, events and meanings end as sentences do, so that none is cut off."""
    ours = {
        entry.reference: text
        for entry in hackney.entries.values()
        if not isinstance(entry, Sentence | Person | Source)
        for text in (entry.summary, entry.note)
        if text
    }
    assert [reference for reference, text in ours.items() if not re.search(r"[.?]['\")]?$", text)] == []


def test_the_three_points_are_the_letters_list(hackney: Briefing) -> None:
    """The improvement points are the bullets of the letter, word for word and in its order."""
    bullets = [one.text for one in hackney.letter.paragraphs if one.form is Form.BULLET]
    assert [point.quotations[0].text for point in hackney.points] == bullets
    assert all(not point.priority for point in hackney.points)


def test_the_unexplained_name_is_not_settled(hackney: Briefing) -> None:
    """The note on I-1 says that the service it names is nowhere explained, and that our reading is ours."""
    note = hackney.entry("I-1").note
    assert "appears once in the letter" in note
    assert "our inference" in note


def test_the_press_is_quoted_briefly(hackney: Briefing) -> None:
    """No quotation of the article has more than 20 words: its text is not reproduced."""
    said = [entry.said for entry in hackney.entries.values() if isinstance(entry, Claim) and entry.said]
    said += [
        quotation
        for entry in hackney.entries.values()
        for quotation in entry.quotations
        if not quotation.passage
    ]
    assert said
    assert [quotation.text for quotation in said if len(quotation.text.split()) > 20] == []


def test_nothing_of_hackney_is_in_the_code() -> None:
    """The code knows no council: only the bundled file's name and the help text about it name one."""
    package = Path(briefing_tui.__file__).parent
    named = set()
    for file in package.rglob("*.py"):
        place = file.relative_to(package).as_posix()
        text = file.read_text(encoding="utf-8")
        for allowed_place, allowed in MAY_NAME_HACKNEY:
            if place == allowed_place:
                assert text.count(allowed) == 1
                text = text.replace(allowed, "")
        named |= {(place, line) for line in text.splitlines() if "hackney" in line.lower()}
    assert named == set()
