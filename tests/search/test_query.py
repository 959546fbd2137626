"""What is looked for, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from briefing_tui.search.folding import folded
from briefing_tui.search.query import Query
from tests.search.soup import searched


def standing(typed: str, text: str) -> list[str]:
    """Return the pieces of `text` that `typed` lights."""
    return [text[start:end] for start, end in Query.parse(typed).spans(text)]


@pytest.mark.parametrize(
    ("typed", "text", "lit"),
    [
        ("load", "Caseloads are high.", ["load"]),
        ("high case", "Caseloads are high.", ["Case", "high"]),
        ("high low", "Caseloads are high.", []),
        ('"are high"', "Caseloads are high.", ["are high"]),
        ('"high are"', "Caseloads are high.", []),
        ('"are hi', "Caseloads are high.", ["are hi"]),
        ('loads "are', "Caseloads are high.", ["loads", "are"]),
        ("“are high”", "Caseloads are high.", ["are high"]),
        ("", "Caseloads are high.", []),
        (' "" ', "Caseloads are high.", []),
        ("mash", "The MASH is a mash.", ["MASH", "mash"]),
        ("MASH", "The MASH is a mash.", ["MASH"]),
        ("The mash", "The MASH is a mash.", ["The", "mash"]),
        ("children's", "Children’s plans", ["Children’s"]),
        ("step-down", "A step–down", ["step–down"]),
        ('"out of hours"', "out\N{NO-BREAK SPACE}of \n hours", ["out\N{NO-BREAK SPACE}of \n hours"]),
        ("cafe", "a café", ["café"]),
        ("cafe", "a cafe\N{COMBINING ACUTE ACCENT} b", ["cafe\N{COMBINING ACUTE ACCENT}"]),
        ("é", "cafe", ["e"]),
        ("ﬁ", "a finding", ["fi"]),
        ("of", "the oﬃce", ["oﬃ"]),
        ("ice", "the oﬃce", ["ﬃce"]),
        ("ss", "Straße", ["ß"]),
        ("i", "İstanbul", ["İ"]),
        ("stan", "İstanbul", ["stan"]),
        ("bus", "ßßßbus", ["bus"]),
        ("aba", "ababa", ["ababa"]),
        ("ab bc", "abc", ["abc"]),
        ("a b", "ab b", ["ab", "b"]),
        ("[/] .*", "a .* b [/]", [".*", "[/]"]),
    ],
)
def test_where_the_terms_stand(typed: str, text: str, lit: list[str]) -> None:
    """Every term is lit wherever it stands, as printed, and nothing is unless all of them stand there."""
    assert standing(typed, text) == lit


def test_one_text_of_a_document_lights_what_it_has() -> None:
    """Where one word stands in the quotation and another in the note, each is lit in its own."""
    query = Query.parse("caseloads note")
    assert query.lit("Caseloads are high.") == ((0, 9),)
    assert query.lit("Our note.") == ((4, 8),)
    assert query.lit("Neither.") == ()


@given(searched())
def test_every_character_that_a_term_takes_is_lit(drawn: tuple[str, str, str]) -> None:
    """A piece is lit when a term begins in its first character and ends in its last; nothing else is."""
    text, typed, _ = drawn
    query = Query.parse(typed)

    def times(term: str, start: int, end: int) -> int:
        piece = folded(text[start:end], cased=query.cased)
        return sum(piece.startswith(term, offset) for offset in range(len(piece)))

    pieces = [(start, end) for start in range(len(text)) for end in range(start + 1, len(text) + 1)]
    lit: set[int] = set()
    for term in query.terms:
        for start, end in pieces:
            inside = (
                times(term, start + 1, end) + times(term, start, end - 1) - times(term, start + 1, end - 1)
            )
            if times(term, start, end) > inside:
                lit.update(range(start, end))
    shown = {offset for start, end in query.lit(text) for offset in range(start, end)}
    assert lit <= shown
    assert all(not folded(text[offset]) for offset in shown - lit), "only accents are lit beside"


@given(searched())
def test_all_terms_or_nothing(drawn: tuple[str, str, str]) -> None:
    """There are spans exactly when the folded text holds every term; then they are all that is lit."""
    text, typed, _ = drawn
    query = Query.parse(typed)
    every = bool(query.terms) and all(term in folded(text, cased=query.cased) for term in query.terms)
    assert query.spans(text) == (query.lit(text) if every else ())
    assert bool(query.spans(text)) is every


@given(searched())
def test_spans_lie_apart_within_the_text(drawn: tuple[str, str, str]) -> None:
    """Spans are in order, hold something, neither overlap nor touch, and lie within the text."""
    text, typed, _ = drawn
    edges = [edge for span in Query.parse(typed).lit(text) for edge in span]
    assert edges == sorted(set(edges))
    assert not edges or (edges[0] >= 0 and edges[-1] <= len(text))


@given(searched())
def test_another_word_never_finds_more(drawn: tuple[str, str, str]) -> None:
    """A text that a query does not match is not matched by that query with a word added."""
    text, typed, more = drawn
    assume(Query.parse(typed).terms)
    if Query.parse(f"{typed} {more}").spans(text):
        assert Query.parse(typed).spans(text)


@given(searched())
def test_what_a_narrower_query_finds_the_wider_finds(drawn: tuple[str, str, str]) -> None:
    """A query that says it narrows another matches nothing that the other does not."""
    text, one, other = drawn
    for typed, before in ((one, other), (f"{one} {other}", one), (one, one[:-1]), (one.upper(), one)):
        query, wider = Query.parse(typed), Query.parse(before)
        if query.narrows(wider) and query.spans(text):
            assert wider.spans(text)


@pytest.mark.parametrize(
    ("typed", "before", "narrows"),
    [
        ("case", "cas", True),
        ("case load", "case", True),
        ('"case load"', "case load", True),
        ("caSe", "cas", True),
        ("cas", "case", False),
        ("cas", "Cas", False),
        ("ᏸ", "Ᏸ", False),  # folds to its capital
        ("case", "", False),
        ("", "case", False),
    ],
)
def test_typing_on_narrows(typed: str, before: str, *, narrows: bool) -> None:
    """A query typed further narrows the one before; one shortened, or no longer cased, does not."""
    assert Query.parse(typed).narrows(Query.parse(before)) is narrows
