"""What of a briefing is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_tui.model.outline import outline
from briefing_tui.search.documents import documents
from briefing_tui.search.index import Index
from briefing_tui.search.query import Query

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


def found(briefing: Briefing, typed: str) -> tuple[str, ...]:
    """Return the references that `typed` finds in `briefing`."""
    return Index(documents(briefing)).find(Query.parse(typed)).keys


def test_everything_is_searched_once_where_it_is_at_home(either: Briefing) -> None:
    """Each entry that a pane shows is one document, grouped under the pane where it is at home."""
    shape = outline(either)
    searched = documents(either)
    assert {one.key for one in searched} == set(either.entries)
    assert len(searched) == len(either.entries)
    assert all(shape.home(one.key)[0].key == one.group for one in searched)


def test_documents_stand_in_reading_order(either: Briefing) -> None:
    """Going from hit to hit is going down through the sections, pane by pane."""
    shape = outline(either)
    sections = [(pane, section) for pane in shape.panes for section in pane.sections]
    places = [
        (sections.index(home), [entry.reference for entry in home[1].entries].index(one.key))
        for one in documents(either)
        for home in [shape.home(one.key)]
    ]
    assert places == sorted(places)


def test_a_sentence_of_the_letter_is_found_there_and_where_it_is_quoted(hackney: Briefing) -> None:
    """Words of the letter are found in the findings that quote them and in the letter."""
    sentence = next(one for one in hackney.sentences if "backlog" in one.quotations[0].text)
    quoting = {one.reference for one in hackney.quoting(sentence)}
    assert {sentence.reference, *quoting} <= set(found(hackney, f'"{sentence.quotations[0].text}"'))


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("findings", "summary"),
        ("findings", "note"),
        ("points", "note"),
        ("claims", "summary"),
        ("claims", "note"),
        ("claims", "speaker"),
        ("people", "label"),
        ("people", "summary"),
        ("timeline", "label"),
        ("timeline", "summary"),
        ("glossary", "label"),
        ("glossary", "expansion"),
        ("glossary", "summary"),
        ("glossary", "source"),
        ("facts", "summary"),
        ("context", "label"),
    ],
)
def test_every_part_of_an_entry_is_found(hackney: Briefing, kind: str, part: str) -> None:
    """What the screen shows of an entry finds it."""
    entry = next(one for one in getattr(hackney, kind) if getattr(one, part))
    words = getattr(entry, part).replace('"', " ")
    assert entry.reference in found(hackney, f'"{words}"' if words == getattr(entry, part) else words)


def test_a_claim_is_found_by_its_verdict_and_its_quotation(hackney: Briefing) -> None:
    """A claim of the press is found by our verdict on it and by the paper's own words."""
    claim = next(one for one in hackney.claims if one.said)
    assert claim.said
    assert claim.reference in found(hackney, claim.verdict.value)
    assert claim.reference in found(hackney, f'"{claim.said.text}"')
