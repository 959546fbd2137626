"""What to do about text that is no YAML, in place of the parser's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.character import harmless

if TYPE_CHECKING:
    from yaml import YAMLError

_OPENS = "Text that begins with `{sign}` goes into quotation marks."
_BACKSLASH = r"In double quotation marks, `\` begins a sign of its own. Write `\\`, or use single ones."
_BRACKETS = (
    "Inside { } and [ ] a comma stands between two parts, and at their end the bracket closes. "
    "Text with a comma or a bracket in it goes into quotation marks."
)
_ADVICE = {
    "mapping values are not allowed": "Text with `: ` in it goes into quotation marks. "
    "A key of its own starts below the keys it belongs to.",
    "did not find expected key": "This line is indented unlike the others, or text goes on after "
    "a quotation mark or a bracket that closes. Put such text in quotation marks as a whole.",
    "did not find expected '-' indicator": "Items of a list start with `- `, all at one indentation.",
    "could not find expected ':'": "This line has no `: `. Write `key: value`, or indent text that goes on "
    "from the line above.",
    "found character that cannot start any token": _OPENS,
    "did not find expected node content": _OPENS,
    "did not find expected alphabetic or numeric character": _OPENS,
    "mapping keys are not allowed": _OPENS,
    "block sequence entries are not allowed": "A list starts on the line below its key. "
    "Text that begins with `- ` goes into quotation marks.",
    "expected comment or line break": "After `>` or `|`, text starts on the next line, indented.",
    "did not find expected ',' or": _BRACKETS,
    "found unexpected end of stream": "A quotation mark or a bracket that opens here is not closed.",
    "escape c": _BACKSLASH,
    "hexdecimal number": _BACKSLASH,
    "did not find expected <document start>": "The file should end before this. Is there a bracket too many?",
    "unexpected document indicator": "A line of quoted text cannot begin with `---` or `...`. Indent it.",
}
"""What to do about the parser's commonest reasons."""


def advice(error: YAMLError, sign: str) -> str:
    """Return what to do about an error at a sign, or failing that the parser's own reason.

    On one line, and without the parser's file name.
    """
    reason = str(
        getattr(error, "problem", None) or getattr(error, "reason", None) or "the text cannot be read"
    )
    known = next((known for told, known in _ADVICE.items() if told in reason), None)
    if known == _OPENS:
        known = (
            known.format(sign=sign)
            if sign.strip()
            else "Text that begins like this goes into quotation marks."
        )
    return harmless(known or f"Not YAML: {reason}. Check the indentation and the quotation marks here.")
