"""Plain Markdown to a letter: `#` its title, `##` its headings, `-` its bullets, blank lines between."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing_tui.model.letter import Form, Letter, Paragraph
from briefing_tui.model.verbatim import fold, fold_space

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENING = "Opening"
"""What the part before the first heading is called."""

_SALUTATION = re.compile(r"dear\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"yours? (sincerely|faithfully)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"""[.?!]["'’”)\]]*(?=\s+["'‘“(\[]*[A-Z0-9])""")
_ABBREVIATION = re.compile(r"(?:^\d{1,2}|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Rev|vs|cf|e\.g|i\.e)|(?<![\w&])[A-Z])\.$")
"""What a full stop after does not end a sentence: a number at the very start, a short form, an initial."""

_LONGEST_ABBREVIATION = len("Prof.")

_STARTER = re.compile(
    r"\s+(?:The|They|This|These|Those|It|In|However|Some|Most|Social|Senior|Leaders|Staff|Children|For|When|There)\b"
)
"""Words that begin a sentence rather than a surname, so that `Child Q. The` ends one."""


def parse_letter(text: str) -> Letter:
    """Return the letter that `text` holds.

    The body, whose sentences the briefing must account for, is everything but the title, the
    salutation and, from "Yours sincerely" on, the signature. Under a heading that comes again, in
    whatever case, the numbers go on, so that a place is one paragraph.
    """
    paragraphs: list[Paragraph] = []
    section = OPENING
    numbers = Counter[str]()
    signed = False
    for form, block in _blocks(text):
        if form is Form.HEADING:
            section = block
        signed = signed or _SIGNATURE.match(block) is not None
        saluted = section == OPENING and _SALUTATION.match(block) is not None
        if form in (Form.TITLE, Form.HEADING) or signed or saluted:
            paragraphs.append(Paragraph(block, form, section))
        else:
            heading = fold(section).lower()
            numbers[heading] += 1
            paragraphs.append(Paragraph(block, form, section, numbers[heading], sentences(block)))
    return Letter(tuple(paragraphs))


_FORMS = {"# ": Form.TITLE, "## ": Form.HEADING, "- ": Form.BULLET}


def _blocks(text: str) -> Iterator[tuple[Form, str]]:
    """Yield the blocks in order, lines joined and white space folded."""
    form, lines = Form.TEXT, list[str]()
    for line in [*text.split("\n"), ""]:
        sign = next((sign for sign in _FORMS if line.lstrip().startswith(sign)), None)
        if lines and (sign or not line.strip() or form in (Form.TITLE, Form.HEADING)):
            yield form, fold_space(" ".join(lines))
            form, lines = Form.TEXT, []
        if sign:
            form, lines = _FORMS[sign], [line.lstrip().removeprefix(sign)]
        elif line.strip():
            lines.append(line)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end offset of each sentence of one paragraph."""
    spans = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        stop = match.start() + 1
        short = _ABBREVIATION.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop)
        if short and not (len(short[0]) == len("Q.") and _STARTER.match(text, match.end())):
            continue
        spans.append((start, match.end()))
        start = match.end() + 1
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)
