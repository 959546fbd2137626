"""Lines to blocks: one for each paragraph, heading and bullet, broken by neither line nor page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing_tui.draft.part import part_of_heading
from briefing_tui.draft.spelling import joined, spellings
from briefing_tui.model.letter import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefing_tui.draft.line import Line

SALUTATION = re.compile(r"dear\b", re.IGNORECASE)
SIGNATURE = re.compile(r"yours? (?:sincerely|faithfully|truly)\b", re.IGNORECASE)
TITLE = re.compile(r"(?:re:? )?focused visits? (?:to|of)\b", re.IGNORECASE)
_TITLE_END = re.compile(r"\b(?:services|trust|first)\.?$", re.IGNORECASE)
_OPENS = re.compile(
    r"dear \S|yours? (?:sincerely|faithfully)|this letter summari[sz]es the findings", re.IGNORECASE
)
"""Beginnings that no line within a paragraph has."""

_GLYPH = re.compile("(?P<sign>[•●▪■◼◾▶►➢➤○◦‣⁃∙·\ue000-\uf8ff])\\s*(?P<text>.*)")
_DASH = re.compile(r"(?P<sign>[-–—*])\s+(?P<text>.*)")
_STOP = re.compile(r"""[.?!:]["'’”)\]]*\d{0,2}$""")
_CUT_OFF = re.compile(
    r"(?:,|[^.?!:;]\b(?:a|an|and|as|at|by|for|from|in|into|is|are|of|on|or|that|the|their|to|which|with|within|who))$"
)
"""How a line ends that cannot end a bullet."""

_FOOTNOTE = re.compile(r"(?P<mark>\d{1,2}) ?(?P<text>[A-Z‘“'\"h].*)")
_MARKED = r"[^\W\d_][.,;:?!’”'\")]?{}(?!\d)"
_UNWRAPPED = 140
"""Characters: the longest line of text that is wrapped is shorter."""

_HANGING = 5
"""Points: a bullet's text is at least that far to the right of its sign."""

_LONGEST_HEADING = 100
"""Characters, for a heading that nobody knows."""

_LONGEST_PLAIN_HEADING = 50
"""Characters, for one that is known by nothing but standing alone: fewer than a line of text has."""


@dataclass(slots=True)
class _Draft:
    """A block while lines are being added."""

    form: Form
    lines: list[Line] = field(default_factory=list)
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, bullet, heading or title, on one line of text."""

    form: Form
    text: str
    bold: bool = False
    small: bool = False
    indent: float = 0
    """Of a paragraph, or of a bullet's text, in points; 0 where the input does not say."""
    page: int = 0
    """The page it ends on; 0 where the input has no pages."""
    footnote: bool = False
    signed: bool = False
    """Whether it stands in the signature."""


def blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the blocks of the letter that begins with the first of `lines`."""
    spelled = spellings(lines)
    built = [_block(draft, spelled) for draft in _drafts(lines)]
    signature = next((index for index, one in enumerate(built) if SIGNATURE.match(one.text)), len(built))
    letter = [_told_apart(built, index) for index in range(signature)]
    signed = (replace(one, signed=True, form=Form.TEXT) for one in built[signature:])
    return (*_rejoined(letter, spelled), *signed)


def _drafts(lines: Sequence[Line]) -> Iterator[_Draft]:
    """Yield what belongs together by the look of the page."""
    wrapped = max((len(line.text) for line in lines), default=0) <= _UNWRAPPED
    signed = False
    current = _Draft(Form.TEXT)
    index = 0
    while index < len(lines):
        line = lines[index]
        signed = signed or SIGNATURE.match(line.text) is not None
        heading = 0 if signed else _heading_lines(lines, index)
        bullet = None if signed else _bullet(line, current)
        starts = (
            heading
            or bullet
            or signed
            or current.form is Form.HEADING
            or line.gap
            or not wrapped
            or _OPENS.match(line.text)
            or (TITLE.match(line.text) and SALUTATION.match(current.lines[0].text if current.lines else ""))
            or (current.lines and current.lines[-1].bold and not line.bold)
            or (current.lines and current.lines[-1].page != line.page)
        )
        if starts and current.lines:
            yield current
            current = _Draft(Form.TEXT)
        if heading:
            current = _Draft(Form.HEADING, list(lines[index : index + heading]))
            index += heading
            continue
        if bullet:
            current = _Draft(Form.BULLET, sign=bullet["sign"])
            line = replace(line, text=bullet["text"])
        if line.text:
            current.lines.append(line)
        index += 1
    if current.lines:
        yield current


def _heading_lines(lines: Sequence[Line], index: int) -> int:
    """Return how many lines from `index` on are one known heading; 0 if none is."""
    for count in (3, 2, 1):
        together = lines[index : index + count]
        if len(together) == count and part_of_heading(" ".join(line.text for line in together)):
            return count
    return 0


def _bullet(line: Line, current: _Draft) -> re.Match[str] | None:
    """Return the bullet's sign and text if `line` begins one."""
    match = _GLYPH.fullmatch(line.text)
    if match:
        return match
    match = _DASH.fullmatch(line.text)
    ended = not current.lines or _STOP.search(current.lines[-1].text) or current.form is Form.HEADING
    return match if match and (line.gap or ended or current.sign == match["sign"]) else None


def _block(draft: _Draft, spelled: AbstractSet[str]) -> Block:
    text = ""
    for line in draft.lines:
        text = joined(text, line.text, spelled)
    return Block(
        draft.form,
        text,
        bold=all(line.bold for line in draft.lines),
        small=all(line.small for line in draft.lines),
        indent=_text_indent(draft),
        page=draft.lines[-1].page,
    )


def _text_indent(draft: _Draft) -> float:
    first, last = draft.lines[0].indent, draft.lines[-1].indent
    return 0 if draft.form is Form.BULLET and last < first + _HANGING else last


def _told_apart(built: Sequence[Block], index: int) -> Block:
    """Return the block with that index with its form: title, heading that nobody knows, or as it is."""
    block = built[index]
    if block.form is not Form.TEXT or SALUTATION.match(block.text):
        return block
    if TITLE.match(block.text) and not any(TITLE.match(one.text) for one in built[:index]):
        return replace(block, form=Form.TITLE)
    if any(one.form is Form.HEADING for one in built[:index]) and _is_heading(built, index):
        return replace(block, form=Form.HEADING)
    return block


def _is_heading(built: Sequence[Block], index: int) -> bool:
    """Say whether a heading that nobody knows stands there: in bold type or, where none is, alone."""
    block, before = built[index], built[index - 1]
    if len(block.text) > _LONGEST_HEADING or not block.text[0].isupper() or not block.text[-1].isalpha():
        return False
    if any(one.bold for one in built):
        return block.bold
    after = built[index + 1] if index + 1 < len(built) else None
    alone = _STOP.search(before.text) is not None and len(block.text) <= _LONGEST_PLAIN_HEADING
    followed = after is not None and after.page == block.page and after.form is not Form.HEADING
    return alone and after is not None and followed and after.text[0].isupper()


def _rejoined(letter: Sequence[Block], spelled: AbstractSet[str]) -> Iterator[Block]:
    """Yield the blocks with those joined that a page end broke; a footnote waits for the break's end."""
    words = " ".join(block.text for block in letter)
    open_block: Block | None = None
    notes: list[Block] = []
    for block in letter:
        if _is_footnote(block, words):
            notes.append(replace(block, footnote=True))
        elif open_block and _goes_on(open_block, block):
            text = joined(open_block.text, block.text, spelled)
            open_block = replace(open_block, text=text, page=block.page, indent=block.indent)
        else:
            if open_block:
                yield open_block
                yield from notes
                notes = []
            open_block = block
    if open_block:
        yield open_block
    yield from notes


def _is_footnote(block: Block, words: str) -> bool:
    """Say whether `block` is a note whose mark stands at the end of a word of the letter."""
    match = _FOOTNOTE.fullmatch(block.text)
    return (
        match is not None
        and block.form is Form.TEXT
        and re.search(_MARKED.format(match["mark"]), words.replace(block.text, "")) is not None
    )


def _goes_on(first: Block, second: Block) -> bool:
    """Say whether `second` is the rest of `first`.

    A paragraph without a stop goes on whatever follows: in the published letters that is nearly
    always so. Of bullets many have no stop, so there the words or the indent must say so.
    """
    if second.form is not Form.TEXT or first.signed or _OPENS.match(second.text):
        return False
    if first.form is Form.TITLE:
        return not _TITLE_END.search(first.text) and len(second.text) < _LONGEST_HEADING
    open_ended = _STOP.search(first.text) is None
    if first.form is Form.TEXT:
        return open_ended and not SALUTATION.match(first.text)
    if first.form is not Form.BULLET:
        return False
    turned = first.page != second.page
    if turned and first.indent and abs(first.indent - second.indent) < 2:  # noqa: PLR2004 (points)
        return True
    return open_ended and (second.text[0].islower() or _CUT_OFF.search(first.text) is not None)
