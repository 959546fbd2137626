"""How entries hang together: whatever leads there leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.model.entry import Claim, Headline, Point, Sentence, Term
from briefing_tui.model.relation import relations

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry


def related(briefing: Briefing, entry: Entry) -> dict[str, list[str]]:
    """Return the references to which `entry` leads, by the kind of relation."""
    return {
        relation.kind: [other.reference for other in relation.entries]
        for relation in relations(briefing, entry)
    }


def test_headlines_and_findings_lead_to_each_other(either: Briefing) -> None:
    """A headline leads to its main findings, and each of those back, and to no other headline."""
    pairs = {
        (headline.reference, finding)
        for headline in either.headlines
        for finding in related(either, headline).get("Main findings on this", [])
    }
    back = {
        (headline, finding.reference)
        for finding in either.findings
        for headline in related(either, finding).get("Headline on this", [])
    }
    assert pairs == back
    assert pairs


def test_findings_and_points_lead_to_each_other(either: Briefing) -> None:
    """A finding leads to the points on which it bears, by kind, and each point back, by the same kind."""
    there = {
        (finding.reference, kind.removeprefix("Bears on, as ").lower(), point)
        for finding in (*either.headlines, *either.findings)
        for kind, points in related(either, finding).items()
        if kind.startswith("Bears on, as ")
        for point in points
    }
    back = {
        (finding, kind.lower(), point.reference)
        for point in either.points
        for kind, findings in related(either, point).items()
        if kind != "In the press"
        for finding in findings
    }
    assert there == back
    assert len(there) == sum(len(one.bears_on) for one in (*either.headlines, *either.findings))


def test_claims_and_what_they_are_held_against_lead_to_each_other(hackney: Briefing) -> None:
    """A claim leads to every entry that rests on the same words, and each of those back to the claim."""
    there = {
        (claim.reference, other)
        for claim in hackney.claims
        for other in related(hackney, claim).get("Rests on the same words", [])
    }
    back = {
        (claim, entry.reference)
        for entry in hackney.entries.values()
        if not isinstance(entry, Claim | Sentence)
        for claim in related(hackney, entry).get("In the press", [])
    }
    assert there == back
    assert ("P-8", "AA-8") in there


def test_every_claim_with_words_of_the_letter_leads_to_an_entry(hackney: Briefing) -> None:
    """No claim that is held against the letter stands alone."""
    for claim in hackney.claims:
        assert bool(claim.quotations) == ("Rests on the same words" in related(hackney, claim))


def test_terms_and_the_entries_that_use_them_lead_to_each_other(either: Briefing) -> None:
    """An entry's terms are those that list it as a use, and no others."""
    users = [entry for entry in either.entries.values() if not isinstance(entry, Sentence | Term)]
    there = {
        (term.reference, entry.reference) for entry in users for term in either.vocabulary.used_by(entry)
    }
    back = {
        (term.reference, user)
        for term in either.glossary
        for user in related(either, term).get("Used in", [])
    }
    assert there == back
    assert there


def test_every_sentence_leads_to_what_rests_on_it(either: Briefing) -> None:
    """From a sentence of the letter one gets to exactly the entries that quote words of it."""
    for sentence in either.sentences:
        (quotation,) = sentence.quotations
        resting = {
            entry.reference
            for entry in either.entries.values()
            if not isinstance(entry, Sentence)
            for other in entry.quotations
            if other.passage and quotation.passage and quotation.passage.overlaps(other.passage)
        }
        found = related(either, sentence)
        assert {reference for references in found.values() for reference in references} == resting


def test_facts_lead_to_the_points_they_count(hackney: Briefing, invented: Briefing) -> None:
    """What is said at a glance leads to the points it sums up."""
    assert related(hackney, hackney.entry("V-3")) == {"See": ["I-1", "I-2", "I-3"]}
    assert related(invented, invented.entry("V-2")) == {"See": ["PA-1", "PA-2"]}


def test_nothing_leads_to_itself(either: Briefing) -> None:
    """No entry is listed among what it has to do with, and no relation is empty."""
    for entry in either.entries.values():
        for relation in relations(either, entry):
            assert relation.entries
            assert entry not in relation.entries


def test_a_point_has_every_kind_and_the_press(hackney: Briefing) -> None:
    """A point shows what bears on it by kind, then the claims that quote it."""
    point = hackney.entry("I-2")
    assert isinstance(point, Point)
    assert list(related(hackney, point)) == [
        "Evidence",
        "Cause",
        "Effect",
        "Mitigation",
        "Counter-evidence",
        "In the press",
    ]


def test_a_headline_is_a_finding_without_a_headline(either: Briefing) -> None:
    """A headline shows its main findings, never a headline over itself."""
    for headline in either.headlines:
        assert isinstance(headline, Headline)
        assert "Headline on this" not in related(either, headline)
