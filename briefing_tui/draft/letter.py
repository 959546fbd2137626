"""The letter taken apart: what stands above it, and its blocks, each with its part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_tui.draft.block import SALUTATION, TITLE, Block, blocks
from briefing_tui.draft.furniture import body_lines
from briefing_tui.draft.part import Part, part_of_heading
from briefing_tui.errors import LetterError
from briefing_tui.model.letter import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_tui.draft.line import Line

_SUMMARISES = re.compile(r"This letter summari[sz]es the findings", re.IGNORECASE)
_OPENING = re.compile(
    r"summari[sz]es the (?:main )?findings (?:of|from) .{0,60}\bfocused visit", re.IGNORECASE
)
_OTHER_KINDS = (
    (re.compile(r"\bmonitoring visit\b", re.IGNORECASE), "a monitoring visit"),
    (re.compile(r"\bjoint targeted area inspection\b", re.IGNORECASE), "a joint targeted area inspection"),
    (re.compile(r"\binspection of\b.{0,80}\bchildren.s services\b", re.IGNORECASE), "a full inspection"),
)
_CLOSING = re.compile(
    r"Ofsted will (?:take|share|publish|use)\b|"
    r"(?:I am|We are) (?:copying|sending)\b|(?:This|The) letter will be (?:published|shared|copied)|"
    r"(?:I|We) would like to thank|Thank you|"
    r"We have notified\b|Where a focused visit results in|(?:You|The local authority) should submit\b|"
    r".*\b70 working days\b",
)
_SIGNS = {Form.TITLE: "# ", Form.HEADING: "## ", Form.BULLET: "- ", Form.TEXT: ""}


@dataclass(frozen=True, slots=True)
class LetterText:
    """A focused visit letter, put in order."""

    head: tuple[Line, ...]
    """What stands above the salutation: date and address."""
    blocks: tuple[Block, ...]
    """From the salutation to the signature, in the order of the letter."""
    parts: tuple[Part, ...]
    """What each block is part of."""

    def __iter__(self) -> Iterator[tuple[Block, Part]]:
        """Yield each block with its part."""
        return zip(self.blocks, self.parts, strict=True)

    @property
    def title(self) -> str:
        """The letter's title; empty if it has none."""
        return next((block.text for block in self.blocks if block.form is Form.TITLE), "")

    @property
    def markdown(self) -> str:
        """The letter as the plain Markdown that a briefing's source text is."""
        out = ""
        before = Form.TITLE
        for block in self.blocks:
            listed = before is block.form is Form.BULLET
            out += ("\n" if listed else "\n\n") + _SIGNS[block.form] + block.text
            before = block.form
        return out.lstrip("\n") + "\n"


def take_apart(lines: Sequence[Line], name: str) -> LetterText:
    """Return the letter that `lines` hold. Raises LetterError, naming `name`, if it is of another kind."""
    head, body = _divided(body_lines(lines))
    built = blocks(body)
    _check_kind(built, name)
    letter = LetterText(head, built, tuple(_parts(built)))
    if not {Part.FINDINGS, Part.SUMMARY} & set(letter.parts):
        raise LetterError(
            f"{name}: this looks like a focused visit letter but has no heading such as “Main findings”. "
            "Check that the text is whole."
        )
    return letter


def _divided(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return what stands above the letter, and the letter; a title above the salutation is the letter's."""
    firsts = [
        next((index for index, line in enumerate(lines) if pattern.match(line.text)), len(lines))
        for pattern in (SALUTATION, TITLE, _SUMMARISES)
    ]
    salutation, title, summarises = firsts
    if salutation < summarises:
        below = any(TITLE.match(line.text) for line in lines[salutation:summarises])
        above = () if below else tuple(lines[title : title + 1])
        return tuple(lines[:salutation]), (*above, *lines[salutation:])
    start = min(title, summarises) if min(firsts) < len(lines) else 0
    return tuple(lines[:start]), tuple(lines[start:])


def _check_kind(built: Sequence[Block], name: str) -> None:
    opening = " ".join(block.text for block in built[:8])
    if any(block.form is Form.TITLE for block in built) or _OPENING.search(opening):
        return
    kind = next((kind for pattern, kind in _OTHER_KINDS if pattern.search(opening)), "")
    told = f"this is about {kind}, not a focused visit letter" if kind else "this is no focused visit letter"
    raise LetterError(f"{name}: {told}. A draft can only be made of one.")


def _parts(built: Sequence[Block]) -> Iterator[Part]:
    """Yield the part of each block, going by the last heading before it."""
    headings = [part_of_heading(block.text) for block in built if block.form is Form.HEADING]
    part = Part.OPENING
    seen: set[Part] = set()
    for block in built:
        if (
            block.signed
            or block.form is Form.TITLE
            or (part is Part.OPENING and SALUTATION.match(block.text))
        ):
            yield Part.FRAME
        elif block.form is Form.HEADING:
            begun = part_of_heading(block.text)
            if begun is Part.SUMMARY and begun in seen and Part.FINDINGS not in headings:
                begun = Part.FINDINGS  # one letter has "Headline findings" over both
            part = begun or part
            seen.add(part)
            yield Part.HEADING
        elif block.footnote:
            yield Part.FOOTNOTE
        elif block.form is Form.TEXT and part is not Part.OPENING and _CLOSING.match(block.text):
            yield Part.CLOSING
        else:
            yield part
