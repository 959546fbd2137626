"""Which terms of a glossary stand in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.model.entry import Term
from briefing_tui.model.usage import Usage
from briefing_tui.model.vocabulary import Vocabulary

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing

WORDS = ("EH", "A&A", "drift", "plan", "pathway plan", "Safe Hearth", "RAG-rated", "carer's home")
VOCABULARY = Vocabulary(
    tuple(Term(reference=f"G-{number}", label=word) for number, word in enumerate(WORDS, start=1))
)


def used(text: str) -> list[str]:
    """Return the words that stand in `text`."""
    return [term.label for term in VOCABULARY.used_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drift and DRIFT and drifts", ["drift"]),
        ("adrift, drifting, drift_wood", []),
        ("EH staff; (EH)", ["EH"]),
        ("eh? Ehm, EHS, EHs", []),
        ("the A&A teams", ["A&A"]),
        ("safe hearth", []),
        ("Safe Hearth.", ["Safe Hearth"]),
        ("Pathway plans", ["pathway plan"]),
        ("a plan, a pathway plan", ["plan", "pathway plan"]),
        ("RAG‑rated", ["RAG-rated"]),
        ("a carer’s home", ["carer's home"]),
        ("EH, plan, EH", ["EH", "plan"]),
        ("", []),
    ],
)
def test_terms_in_a_text(text: str, expected: list[str]) -> None:
    """Small letters match any case and a plural; capitals only as they are; the longest counts, each once."""
    assert used(text) == expected


def test_no_glossary_finds_nothing() -> None:
    """A briefing without a glossary has no terms anywhere."""
    assert Vocabulary(()).used_in("drift and EH") == ()


def test_terms_of_an_entry_come_from_its_words_its_line_and_its_note(invented: Briefing) -> None:
    """The quotation, the summary and the note of an entry are searched, in that order."""
    labels = [term.label for term in invented.vocabulary.used_by(invented.entry("LC-2"))]
    assert labels == ["personal adviser", "care leaver", "adviser"]


def test_a_term_does_not_use_itself(either: Briefing) -> None:
    """The meaning of a term never offers the term itself."""
    for term in either.glossary:
        assert term not in either.vocabulary.used_by(term)


TEXTS = [
    *WORDS,
    *(word.upper() for word in WORDS),
    "plans",
    "EHs",
    "adrift",
    "safe",
    "x",
    "-",
    " ",
    "’",
    "_",
    "\n",
    ".",
]


@given(st.lists(st.lists(st.sampled_from(TEXTS), max_size=6).map("".join), max_size=8))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_who_uses_a_term_is_what_each_entry_says(texts: list[str]) -> None:
    """The entries that use a term are those of whose terms it is one, in their order and each once."""
    entries = tuple(Term(reference=f"X-{n}", label="", summary=text) for n, text in enumerate(texts, start=1))
    usage = Usage(VOCABULARY, entries)
    for term in VOCABULARY.terms:
        assert usage.of(term) == tuple(one for one in entries if term in VOCABULARY.used_by(one))


def test_every_term_of_the_bundled_glossary_is_found_by_its_own_name(either: Briefing) -> None:
    """Each term is found in a text that is its own name, so none is hidden behind another."""
    for term in either.glossary:
        assert either.vocabulary.used_in(term.label) == (term,)
