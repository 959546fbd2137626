"""Words of a source, and where they stand in it."""

from __future__ import annotations

from typing import NamedTuple


class Passage(NamedTuple):
    """A stretch of one paragraph: where a quotation stands."""

    paragraph: int
    """The paragraph's index in `Letter.paragraphs`."""
    start: int
    """Offset of its first character in the paragraph's text."""
    end: int
    """Offset after its last character."""

    def overlaps(self, other: Passage) -> bool:
        """Say whether the two share at least one character."""
        return self.paragraph == other.paragraph and self.start < other.end and other.start < self.end


class Quotation(NamedTuple):
    """Verbatim words of a source.

    Of a source that the briefing holds whole, `text` is cut out of the source itself, never
    copied from the briefing file: what is shown cannot differ from what was published.
    """

    text: str
    source: str
    """The source's key in `Briefing.sources`."""
    passage: Passage | None
    """Where it stands in the source; None when the source is only quoted, not held."""
    place: str
    """How people cite that place; empty when `passage` is None."""
    opens_mid_sentence: bool = False
    closes_mid_sentence: bool = False

    def __str__(self) -> str:
        """Return the words in quotation marks, an ellipsis where a sentence was cut."""
        before = "… " if self.opens_mid_sentence else ""
        after = " …" if self.closes_mid_sentence else ""
        return f"“{before}{self.text}{after}”"
