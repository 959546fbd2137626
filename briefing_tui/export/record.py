"""The briefing as JSON, for programs. Its form is `schema/export.json`; `FORMAT` rises when that breaks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from briefing_tui.export.excerpt import Excerpt
from briefing_tui.export.telling import blocks
from briefing_tui.model.entry import (
    Claim,
    Context,
    Event,
    Fact,
    Finding,
    Headline,
    Person,
    Point,
    Source,
    Term,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry
    from briefing_tui.model.quotation import Quotation

FORMAT = 1

Record = dict[str, Any]


def json_lines(briefing: Briefing, excerpt: Excerpt | None = None) -> Iterator[str]:
    """Yield the lines of one JSON object. What is not wanted is not in its lists; every key is there."""
    yield from json.dumps(record(briefing, excerpt or Excerpt()), ensure_ascii=False, indent=2).split("\n")


def record(briefing: Briefing, excerpt: Excerpt) -> Record:
    """Return what is wanted as JSON's own types."""
    wanted = {
        entry.reference
        for pane in excerpt.of(briefing).panes
        for section in pane.sections
        for entry in section.entries
    }
    selection = excerpt.selection
    visit = briefing.visit
    return {
        "format": FORMAT,
        "title": briefing.title,
        "subject": briefing.subject,
        "authority": briefing.authority,
        "draft": briefing.draft,
        "visit": {
            "kind": visit.kind,
            "framework": visit.framework,
            "from": visit.first_day.isoformat(),
            "to": visit.last_day.isoformat(),
            "graded": visit.graded,
        },
        "only": {
            "tone": selection.tone.value if selection.tone else None,
            "area": selection.area or None,
            "point": selection.point or None,
            "references": list(dict.fromkeys(excerpt.references)),
        },
        "areas": [{"id": area.key, "name": area.name} for area in briefing.areas],
        "sources": [_entry(source) for source in briefing.sources.values()],
        **{
            name: [_entry(entry) for entry in entries if entry.reference in wanted]
            for name, entries in _lists(briefing).items()
        },
        "letter": list(_letter(briefing, wanted, whole=not excerpt)),
    }


def _lists(briefing: Briefing) -> dict[str, tuple[Entry, ...]]:
    """Return the lists of entries that a reader can narrow; areas and sources are always whole."""
    return {
        "facts": briefing.facts,
        "context": briefing.context,
        "headlines": briefing.headlines,
        "findings": briefing.findings,
        "points": briefing.points,
        "claims": briefing.claims,
        "people": briefing.people,
        "timeline": briefing.timeline,
        "glossary": briefing.glossary,
    }


def _entry(entry: Entry) -> Record:
    return {"reference": entry.reference, **_own(entry)}


def _own(entry: Entry) -> Record:  # noqa: PLR0911 (one for each kind)
    """Return what entries of its kind have."""
    match entry:
        case Finding():
            return {
                "tone": entry.tone.value,
                "areas": list(entry.areas),
                **_words(entry),
                "bears_on": [{"point": one.point, "as": one.bearing.value} for one in entry.bears_on],
                **({"findings": list(entry.findings)} if isinstance(entry, Headline) else {}),
            }
        case Point():
            return {"priority": entry.priority, "quotations": _quoted(entry), "note": entry.note or None}
        case Claim():
            said = _quotation(entry.said) if entry.said else None
            own = {"source": entry.source, "verdict": entry.verdict.value, "said": said}
            return {**own, "speaker": entry.speaker or None, **_words(entry)}
        case Fact():
            return {
                "label": entry.label,
                "summary": entry.summary,
                "note": entry.note or None,
                "see": list(entry.see),
            }
        case Context():
            return {"label": entry.label, **_words(entry)}
        case Event():
            own = {"date": entry.label, "summary": entry.summary, "source": entry.source}
            return {**own, "quotations": _quoted(entry)}
        case Person():
            return {"name": entry.label, "role": entry.summary, "part": entry.part}
        case Term():
            own = {"term": entry.label, "expansion": entry.expansion or None, "meaning": entry.summary}
            return {**own, "source": entry.source or None}
        case Source():
            return {
                "key": entry.key,
                "publisher": entry.label,
                "title": entry.summary,
                "date": entry.date or None,
                "citation": entry.citation or None,
                "rights": entry.rights or None,
                "url": entry.url or None,
            }
        case _:
            return _words(entry)


def _words(entry: Entry) -> Record:
    return {"summary": entry.summary, "quotations": _quoted(entry), "note": entry.note or None}


def _quoted(entry: Entry) -> list[Record]:
    return [_quotation(quotation) for quotation in entry.quotations]


def _quotation(quotation: Quotation) -> Record:
    """Return the words without quotation marks; `verbatim` says that they were found in the source."""
    return {
        "words": quotation.text,
        "source": quotation.source,
        "place": quotation.place or None,
        "verbatim": quotation.passage is not None,
        "opens_mid_sentence": quotation.opens_mid_sentence,
        "closes_mid_sentence": quotation.closes_mid_sentence,
    }


def _letter(briefing: Briefing, wanted: set[str], *, whole: bool) -> Iterator[Record]:
    """Yield the paragraphs of the letter, narrowed to those of which a sentence is wanted."""
    for block in blocks(briefing):
        sentences = [one for one in block.sentences if one.reference in wanted]
        if whole or sentences:
            yield {
                "form": block.paragraph.form.value,
                "section": block.paragraph.section,
                "number": block.paragraph.number or None,
                "text": block.paragraph.text,
                "sentences": [
                    {"reference": one.reference, "words": one.quotations[0].text} for one in sentences
                ],
                "quoted_at": [other.reference for other in block.quoted_at],
            }
