"""The first coding: every sentence of the letter as an entry of a briefing, with reasons."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_tui.draft.area import AreaGuesser
from briefing_tui.draft.bearing import BearingGuesser
from briefing_tui.draft.context import INSPECTORS, WHEN, labelled
from briefing_tui.draft.entry import BriefingDraft, ContextDraft, FindingDraft, PointDraft, Quote
from briefing_tui.draft.finding import cut
from briefing_tui.draft.identity import identify
from briefing_tui.draft.part import Part
from briefing_tui.draft.point import items
from briefing_tui.draft.summary import LONGEST, first_clause
from briefing_tui.draft.tone import guess_tone
from briefing_tui.model.quotation import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_tui.draft.letter import LetterText
    from briefing_tui.model.letter import Letter

_WORD = re.compile(r"[^\W\d_]{5,}")
_ALIKE = 3
"""Words of five letters or more that a headline has in common with a finding that says more."""

_MOST_ALIKE = 3
"""Findings named under one headline."""


def code_letter(text: LetterText, letter: Letter) -> BriefingDraft:
    """Return the draft of a briefing of `text`; `letter` is its Markdown as the loader reads it.

    Every sentence of the letter's body is quoted by exactly one entry.
    """
    return _Coder(text, letter).code()


class _Coder:
    """Codes one letter."""

    def __init__(self, text: LetterText, letter: Letter) -> None:
        self.text = text
        self.letter = letter
        self.identity = identify(text)
        opening = " ".join(block.text for block, part in text if part is Part.OPENING)
        self.areas = AreaGuesser("\n".join(one.text for one in letter.paragraphs), opening)
        self.items = {part: items(letter, text.parts, part) for part in (Part.PRIORITY, Part.IMPROVE)}

    def code(self) -> BriefingDraft:
        """Return the draft."""
        priorities = self._points(Part.PRIORITY, "PA")
        improvements = self._points(Part.IMPROVE, "I")
        bearings = BearingGuesser((*priorities, *improvements))
        numbers = Counter[str]()
        findings = []
        for draft in self._findings(Part.FINDINGS, bearings):
            home = draft.area.areas[0]
            numbers[home] += 1
            findings.append(replace(draft, reference=f"{home}-{numbers[home]}"))
        headlines = tuple(
            replace(draft, reference=f"H-{number}", findings=_saying_more(draft, findings))
            for number, draft in enumerate(self._findings(Part.SUMMARY, bearings), start=1)
        )
        used = {area for one in (*findings, *headlines) for area in one.area.areas} or {self.areas.subject}
        return BriefingDraft(
            identity=self.identity,
            areas=tuple((key, name) for key, name in self.areas.names.items() if key in used),
            context=tuple(self._context()),
            headlines=headlines,
            findings=tuple(findings),
            priorities=priorities,
            improvements=improvements,
        )

    def _quote(self, passage: Passage) -> Quote:
        """Return the words at `passage`, with their place if they stand elsewhere too."""
        words = self.letter.text(passage)
        alone = len(self.letter.find(words)) == 1
        return Quote(words, "" if alone else self.letter.place(passage))

    def _points(self, part: Part, letters: str) -> tuple[PointDraft, ...]:
        passages = (
            Passage(index, sentences[0][0], sentences[-1][1])
            for index in self.items[part]
            if (sentences := self.letter.paragraphs[index].sentences)
        )
        return tuple(
            PointDraft(f"{letters}-{number}", self._quote(passage))
            for number, passage in enumerate(passages, start=1)
        )

    def _findings(self, part: Part, bearings: BearingGuesser) -> Iterator[FindingDraft]:
        """Yield the findings of one part of the letter, in its order, still without references."""
        for index, own in enumerate(self.text.parts):
            if own is not part:
                continue
            passages = tuple(cut(self.letter, index, self.areas.same_subject))
            words = [self.letter.text(passage) for passage in passages]
            for passage, said, area in zip(passages, words, self.areas.guess(words), strict=True):
                tone = guess_tone(said)
                yield FindingDraft(
                    reference="",
                    passage=passage,
                    quote=self._quote(passage),
                    summary=first_clause(said),
                    area=area,
                    tone=tone,
                    points=bearings.guess(said, tone.tone),
                )

    def _context(self) -> Iterator[ContextDraft]:
        """Yield an entry for whatever is neither finding nor point."""
        coded = {index for found in self.items.values() for index in found}
        number = 0
        before = ""
        for index, part in enumerate(self.text.parts):
            if index in coded or part in (Part.SUMMARY, Part.FINDINGS):
                continue
            for label, passage in labelled(self.letter, index, part, before):
                number += 1
                words = self.letter.text(passage)
                summary = self._summary(label, words) or first_clause(words)
                yield ContextDraft(f"C-{number}", label, summary, self._quote(passage))
                before = label

    def _summary(self, label: str, words: str) -> str:
        """Return a line of ours on `words` where the facts found in them give one, else an empty text."""
        visit = self.identity.visit
        names = [one.name for one in self.identity.people if one.part == "inspector"]
        told = ""
        if label == WHEN and visit and visit.written in words:
            told = f"The visit: {visit.written}."
        elif label == INSPECTORS and names and all(name in words for name in names):
            told = f"{', '.join(names)}."
        return told if len(told) <= LONGEST else ""


def _saying_more(headline: FindingDraft, findings: Sequence[FindingDraft]) -> tuple[str, ...]:
    """Return the findings that share an area, the tone and several words with `headline`."""
    own = set(_WORD.findall(headline.quote.text.lower()))
    alike = [
        (len(own & set(_WORD.findall(one.quote.text.lower()))), one.reference)
        for one in findings
        if one.tone.tone is headline.tone.tone and set(one.area.areas) & set(headline.area.areas)
    ]
    alike.sort(key=lambda pair: -pair[0])
    return tuple(reference for count, reference in alike[:_MOST_ALIKE] if count >= _ALIKE)
