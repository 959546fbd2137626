"""Texts that are hard to fold, and what somebody may type to find something in them."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    *("a", "b", "A", "ab", "e", "é", "e\N{COMBINING ACUTE ACCENT}", "\N{COMBINING DIAERESIS}", "f", "ﬁ", "ﬃ"),
    *("i", "I", "ı", "İ", "s", "S", "ß", "ẞ", "Σ", "ς", "ǅ", "ᏸ", "Ꮸ", "½", "…", "‴", "´", "¨", "ﷺ"),
    *("`", "’", "'", "–", "-", " ", " ", "  ", "\n", "\t", "\N{NO-BREAK SPACE}", "\x85", "\x1f"),
)
"""Letters that fold to several, to none, to spaces, or otherwise than their capitals."""


def soup() -> st.SearchStrategy[str]:
    """Draw a text of such pieces, or of any characters."""
    return st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=12)


@st.composite
def searched(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw a text, and two things that may be typed: bits of it, often folded, quoted or of other texts."""
    text = draw(soup())
    typed: list[str] = []
    for _ in range(2):
        bits = []
        for _ in range(draw(st.integers(1, 2))):
            start = draw(st.integers(0, len(text)))
            bit = text[start : start + draw(st.integers(1, 4))]
            phrase = '"' + bit.replace('"', "") + '"'
            bits.append(draw(st.sampled_from([bit, bit, bit.lower(), phrase, draw(soup())[:2]])))
        typed.append(" ".join(bits))
    return text, typed[0], typed[1]
