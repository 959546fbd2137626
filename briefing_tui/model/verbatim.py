"""When two texts are the same words.

White space is folded; straight and curly quotation marks, hyphens and dashes, and
non-breaking spaces are made equal. Nothing else is forgiven: not case, not a comma.
"""

from __future__ import annotations

_SAME = tuple(
    (mark, same) for same, marks in {"'": "‘’‚‛′`´", '"': "“”„‟″", "-": "‐‑‒–—―−"}.items() for mark in marks
)
"""Each mark with the one that it is taken for."""

_JOINS_A_WORD = "'-"


def fold_space(text: str) -> str:
    """Return `text` with every run of white space, non-breaking spaces included, as one space."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return `text` with the marks that count as equal made equal, character for character.

    The result has the length of `text`, so an offset into one is an offset into the other.
    White space is left alone: fold it first.
    """
    for mark, same in _SAME:
        if mark in text:
            text = text.replace(mark, same)
    return text


def cuts_a_word(text: str, offset: int) -> bool:
    """Say whether `offset` lies inside a word of the folded `text`.

    Hyphens and apostrophes join: `effective` is not a word of `in-effective`, so that no
    quotation can turn a word into its opposite by leaving off its beginning.
    """
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if before.isalnum() and after.isalnum():
        return True
    if before.isalnum() and after in _JOINS_A_WORD:
        return offset + 1 < len(text) and text[offset + 1].isalnum()
    if after.isalnum() and before in _JOINS_A_WORD:
        return offset > 1 and text[offset - 2].isalnum()
    return False
