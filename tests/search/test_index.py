"""What is found, in which order, and what a miss offers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.search.index import Document, Index
from briefing_tui.search.query import Query
from tests.search.soup import searched, soup

READ = (
    Document("H-1", "headlines", ("Help is timely.", "Families receive timely help.")),
    Document("AA-1", "findings", ("Delay in some assessments.", "Caseloads are too high.")),
    Document("AA-2", "findings", ("Visits are timely.",)),
    Document("I-1", "improvements", ("The quality of assessments.",)),
    Document("L-1", "letter", ("Families receive timely help.",)),
)


@pytest.fixture
def index() -> Index:
    """Index a few documents."""
    return Index(READ)


def found(index: Index, typed: str) -> tuple[str, ...]:
    """Return the keys that `typed` finds."""
    return index.find(Query.parse(typed)).keys


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("timely", ("H-1", "AA-2", "L-1")),
        ("assess", ("AA-1", "I-1")),
        ("assessments high", ("AA-1",)),
        ('"timely help"', ("H-1", "L-1")),
        ('"assessments caseloads"', ()),
        ('"assessments. caseloads"', ()),
        ("Families", ("H-1", "L-1")),
        ("FAMILIES", ()),
        ("", ()),
        ("zebra", ()),
    ],
)
def test_what_is_found(index: Index, typed: str, keys: tuple[str, ...]) -> None:
    """Words are found in any texts of a document, a phrase in one, in the order in which they are read."""
    assert found(index, typed) == keys


def test_counts_by_group(index: Index) -> None:
    """Hits are counted for each pane that has any, in reading order."""
    assert list(index.find(Query.parse("timely")).by_group.items()) == [
        ("headlines", 1),
        ("findings", 1),
        ("letter", 1),
    ]
    assert not index.find(Query.parse("zebra")).by_group


def test_which_hit_it_is(index: Index) -> None:
    """A hit knows its number from 1; what was not found has none."""
    hits = index.find(Query.parse("timely"))
    assert [hits.at(document.key) for document in READ] == [1, 0, 2, 0, 3]
    assert hits.at("nowhere") == 0


@pytest.mark.parametrize(
    ("key", "step", "to"),
    [
        ("H-1", 1, "AA-2"),
        ("AA-2", 1, "L-1"),
        ("L-1", 1, "H-1"),
        ("H-1", -1, "L-1"),
        ("L-1", -1, "AA-2"),
        ("H-1", 5, "L-1"),
        ("AA-1", 1, "AA-2"),
        ("AA-1", 2, "L-1"),
        ("AA-1", -1, "H-1"),
        ("AA-1", -2, "L-1"),
        ("I-1", 2, "H-1"),
        ("H-1", 0, "H-1"),
        ("AA-1", 0, "AA-2"),
        ("nowhere", 1, "H-1"),
        ("nowhere", -1, "L-1"),
    ],
)
def test_next_and_previous_go_around(index: Index, key: str, step: int, to: str) -> None:
    """The next and the previous hit are those after and before where the reader is, around the ends."""
    assert index.find(Query.parse("timely")).after(key, step) == to


def test_a_miss_leads_nowhere(index: Index) -> None:
    """With nothing found there is no next hit."""
    assert index.find(Query.parse("zebra")).after("H-1", 1) is None


@pytest.mark.parametrize(
    ("missed", "offered"),
    [
        ("asessment", "assessments"),
        ("caseloda", "Caseloads"),
        ("TIMLEY", "timely"),
        ("fámilies", "Families"),
        ("helpp", "help"),
        ("zebra", None),
        ("", None),
        ("x" * 1000, None),
    ],
)
def test_the_nearest_word_is_offered(index: Index, missed: str, offered: str | None) -> None:
    """After a slip of the finger the word that was meant is offered, in small letters if it has any."""
    assert index.nearest(missed) == offered


def test_a_miss_says_which_word_it_was(index: Index) -> None:
    """The words that stand nowhere are told from those that only do not stand together."""
    assert index.absent(Query.parse("timely zebra")) == ("zebra",)
    assert index.absent(Query.parse("caseloads visits")) == ()
    assert index.absent(Query.parse("HELP Visits")) == ("HELP",)


def test_nothing_to_search() -> None:
    """An index of nothing finds nothing and offers nothing."""
    empty = Index(())
    assert empty.find(Query.parse("a")).keys == ()
    assert empty.nearest("a") is None


@given(st.lists(st.lists(soup(), max_size=2), max_size=4), st.lists(searched(), min_size=1, max_size=4))
def test_typing_on_finds_what_searching_anew_finds(
    others: list[list[str]], drawn: list[tuple[str, str, str]]
) -> None:
    """Whatever was searched before, letter by letter, on and back, a new index finds the same."""
    texts = [*others, *([text] for text, _, _ in drawn)]
    read = [Document(f"F-{number}", "findings", tuple(some)) for number, some in enumerate(texts)]
    index = Index(read)
    for _, one, other in drawn:
        whole = f"{one} {other}"
        beginnings = [whole[:end] for end in range(1, len(whole) + 1)]
        for typed in (*beginnings, whole.upper(), one, other):
            assert found(index, typed) == found(Index(read), typed)


@given(st.lists(soup(), min_size=1, max_size=3), searched())
def test_what_is_found_is_lit(texts: list[str], drawn: tuple[str, str, str]) -> None:
    """In every document found there is something to light, and all terms; in no other are all of them."""
    text, typed, _ = drawn
    query = Query.parse(typed)
    document = Document("F-1", "findings", (text, *texts))
    hits = Index([document]).find(query)
    terms = [Query((term,), query.cased) for term in query.terms]
    everywhere = bool(terms) and all(any(term.lit(one) for one in document.texts) for term in terms)
    assert bool(hits.keys) is everywhere
