"""Lines of a letter published as PDF, read with pypdfium2 (the extra `pdf`)."""

from __future__ import annotations

import ctypes
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from briefing_tui.draft.line import Line
from briefing_tui.draft.plain import tidy
from briefing_tui.errors import LetterError, MissingExtraError

try:
    import pypdfium2 as pdfium
    from pypdfium2 import raw
except ImportError:
    raise MissingExtraError(
        "Reading a PDF takes one package more. Install it: pip install 'pypdfium2>=5,<6'"
    ) from None

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_PAGES = 40
"""The longest letter published has 7."""

FEWEST_LETTERS = 200
"""A scanned letter may hold the few words of a stamp."""

_END_WITHIN = 2048
"""Bytes at the end among which `%%EOF` stands in a PDF that is whole."""

_HYPHENS = (0x02, 0xFFFE)
"""What PDFium puts for a hyphen at the end of a line, taking out the line end."""

_PARAGRAPH = 1.15
"""In line heights: a step down the page that is larger leaves blank space."""

_SUPERSCRIPT = 0.6
"""In line heights: a smaller step stays on the printed line."""

_SMALL = 0.92
"""Of the body's size: smaller type is not the body's."""

_BOLD = 600
"""The weight from which type counts as bold."""

_LONGEST_NAME = 128
"""Bytes of a font's name that are looked at."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A line as PDFium cuts them, with where it stands, in points from the page's lower left."""

    text: str
    page: int
    left: float
    right: float
    base: float
    base_end: float
    """The baseline of its last character."""
    size: float
    bold: bool


def pdf_lines(data: bytes, name: str) -> Sequence[Line]:
    """Return the lines of the PDF `data`, in the order in which it holds them.

    Raises LetterError, naming `name`, if it cannot be opened or holds no text.
    """
    if b"%%EOF" not in data[-_END_WITHIN:]:
        raise LetterError(f"{name}: the PDF is cut off before its end. Download it again.")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            told = "the PDF is locked with a password. Save a copy without one."
        else:
            told = "the PDF is damaged. Download it again."
        raise LetterError(f"{name}: {told}") from None
    try:
        if len(document) > MOST_PAGES:
            raise LetterError(f"{name}: {len(document)} pages, which is no focused visit letter.")
        runs = [run for number in range(len(document)) for run in _runs(document, number)]
    except pdfium.PdfiumError:
        raise LetterError(f"{name}: the PDF is damaged. Download it again.") from None
    finally:
        document.close()
    if sum(character.isalpha() for run in runs for character in run.text) < FEWEST_LETTERS:
        raise LetterError(
            f"{name}: the PDF holds pictures of pages and no text. Have its text recognised first."
        )
    return _lines(runs)


def _runs(document: pdfium.PdfDocument, number: int) -> Iterator[_Run]:
    """Yield the lines of one page that hold more than space."""
    page = document[number]
    text_page = page.get_textpage()
    start, characters = 0, list[str]()
    for index in range(text_page.count_chars() + 1):
        code = raw.FPDFText_GetUnicode(text_page, index) if index < text_page.count_chars() else 0x0A
        if code in _HYPHENS:
            characters.append("-")
        elif code not in (0x0A, 0x0D):
            characters.append(_character(code))
            continue
        text = "".join(characters)
        if text.strip():
            first = start + len(text) - len(text.lstrip())
            last = start + len(text.rstrip()) - 1
            yield _run(text_page, tidy(text), number + 1, first, last)
        start, characters = index + 1, []


def _character(code: int) -> str:
    """Return the character of `code`; a soft hyphen within a line of print is a hyphen."""
    if code == 0xAD:  # noqa: PLR2004 (SOFT HYPHEN)
        return "-"
    return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= code <= 0xDFFF else chr(code)  # noqa: PLR2004 (surrogates)


def _run(text_page: pdfium.PdfTextPage, text: str, page: int, first: int, last: int) -> _Run:
    left, base = _origin(text_page, first)
    _, base_end = _origin(text_page, last)
    right = text_page.get_charbox(last)[2]
    size = raw.FPDFText_GetFontSize(text_page, last)
    middle = next(index for index in range((first + last) // 2, last + 1) if _inked(text_page, index))
    bold = all(_is_bold(text_page, index) for index in (first, middle, last))
    return _Run(text, page, left, right, base, base_end, size, bold)


def _inked(text_page: pdfium.PdfTextPage, index: int) -> bool:
    return not chr(raw.FPDFText_GetUnicode(text_page, index)).isspace()


def _is_bold(text_page: pdfium.PdfTextPage, index: int) -> bool:
    """Say whether a character's type is bold, by its weight or, where the file gives none, its name."""
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_NAME, None)
    return raw.FPDFText_GetFontWeight(text_page, index) >= _BOLD or b"bold" in name.value.lower()


def _origin(text_page: pdfium.PdfTextPage, index: int) -> tuple[float, float]:
    """Return where the character with that index stands on its baseline."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def _lines(runs: Sequence[_Run]) -> Sequence[Line]:
    sizes = Counter[float]()
    for run in runs:
        sizes[round(run.size, 1)] += len(run.text)
    body = sizes.most_common(1)[0][0]
    steps = [a.base_end - b.base for a, b in pairwise(runs) if a.page == b.page]
    height = median([step for step in steps if body / 2 < step < 2 * body] or [1.2 * body])
    lines: list[Line] = []
    before: _Run | None = None
    for run in runs:
        step = before.base_end - run.base if before and before.page == run.page else None
        if (
            before
            and step is not None
            and abs(step) < _SUPERSCRIPT * height
            and run.left >= before.right - body
        ):
            space = " " if run.left - before.right > body / 3 else ""
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text}{space}{run.text}")
        else:
            gap = step is None or not 0 <= step <= _PARAGRAPH * height
            small = run.size < _SMALL * body
            lines.append(Line(run.text, gap, run.page, run.left, run.bold, small))
        before = run
    return lines
