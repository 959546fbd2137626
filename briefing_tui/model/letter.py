"""The letter: sections, paragraphs and sentences, and where in them a quotation stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.model.quotation import Passage, Quotation
from briefing_tui.model.verbatim import cuts_a_word, fold, fold_space

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_CITATION = re.compile(
    r"(?P<heading>\S.*?)"
    r"(?:,? (?:(?P<form>paragraph|bullet) )?(?P<number>\d+)(?:,? sentences? (?P<sentence>\d+)\S*)?)?"
)

LETTER = "letter"
"""The key of the source that a briefing is about."""


class Form(Enum):
    """What a paragraph of the letter is on paper."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "paragraph"
    BULLET = "bullet"


class Paragraph(NamedTuple):
    """One block of the letter, as printed, white space folded."""

    text: str
    form: Form
    section: str
    """The heading it stands under, a heading under itself; `Opening` before the first."""
    number: int = 0
    """Its number within the section, from 1; 0 outside the body (titles, salutation, signature)."""
    sentences: tuple[tuple[int, int], ...] = ()
    """The start and end offset of each sentence in `text`; empty outside the body."""

    @property
    def place(self) -> str:
        """How people cite it: `Main findings, paragraph 7`."""
        if not self.number:
            return self.section
        return f"{self.section}, {self.form.value} {self.number}"


@dataclass(frozen=True)
class Letter:
    """A letter as published, from the salutation to the signature."""

    paragraphs: tuple[Paragraph, ...]

    def __reduce__(self) -> tuple[type[Letter], tuple[tuple[Paragraph, ...]]]:
        """Return what makes the same letter in another process; what is worked out takes less time there."""
        return Letter, (self.paragraphs,)

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The headings in their order, each once."""
        return tuple(dict.fromkeys(paragraph.section for paragraph in self.paragraphs))

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """Every sentence of the body, in order."""
        return tuple(
            Passage(index, start, end)
            for index, paragraph in enumerate(self.paragraphs)
            for start, end in paragraph.sentences
        )

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        """Every paragraph folded."""
        return tuple(fold(paragraph.text) for paragraph in self.paragraphs)

    @cached_property
    def _having(self) -> Mapping[str, Sequence[int]]:
        """The indices of the body's paragraphs in which each word stands, between spaces, in folded text."""
        having: dict[str, list[int]] = {}
        for index, (paragraph, text) in enumerate(zip(self.paragraphs, self._folded, strict=True)):
            if paragraph.number:
                for word in set(text.split(" ")):
                    having.setdefault(word, []).append(index)
        return having

    def find(self, quotation: str) -> tuple[Passage, ...]:
        """Return every passage that is `quotation` word for word, in the order of the letter.

        Equal is what `briefing_tui.model.verbatim` calls equal. A passage lies within one
        paragraph of the body and cuts no word.
        """
        wanted = fold(fold_space(quotation))
        if not wanted:
            return ()
        return tuple(
            Passage(index, start, start + len(wanted))
            for index in self._may_have(wanted)
            for start in _found(wanted, self._folded[index])
        )

    def _may_have(self, wanted: str) -> Sequence[int]:
        """Return the indices of the paragraphs in which the rarest word of `wanted` stands.

        Its first and last may stand there with a bracket or a stop beside them, so they do not count.
        """
        words = wanted.split(" ")[1:-1]
        if not words:
            return [index for index, paragraph in enumerate(self.paragraphs) if paragraph.number]
        fewest = self._having.get(words[0], ())
        for word in words:
            having = self._having.get(word, ())
            if len(having) < len(fewest):
                fewest = having
                if len(fewest) <= 1:
                    break
        return fewest

    def text(self, passage: Passage) -> str:
        """Return the letter's own characters at `passage`."""
        return self.paragraphs[passage.paragraph].text[passage.start : passage.end]

    def place(self, passage: Passage) -> str:
        """Return how people cite `passage`: `Main findings, paragraph 7, sentence 8`."""
        paragraph = self.paragraphs[passage.paragraph]
        if len(paragraph.sentences) <= 1:
            return paragraph.place
        first = last = 0
        for number, (start, end) in enumerate(paragraph.sentences, start=1):
            if start < passage.end and passage.start < end:
                first, last = first or number, number
        if not first:
            return paragraph.place
        if first == last:
            return f"{paragraph.place}, sentence {first}"
        return f"{paragraph.place}, sentences {first}–{last}"

    def quote(self, passage: Passage) -> Quotation:
        """Return the letter's own words at `passage`, which lies in the body."""
        return self._sentence_at.get(passage) or self._quote(passage)

    def _quote(self, passage: Passage) -> Quotation:
        opens = closes = True
        for start, end in self.paragraphs[passage.paragraph].sentences:
            opens = opens and start != passage.start
            closes = closes and end != passage.end
        return Quotation(
            text=self.text(passage),
            source=LETTER,
            passage=passage,
            place=self.place(passage),
            opens_mid_sentence=opens,
            closes_mid_sentence=closes,
        )

    @cached_property
    def quoted_sentences(self) -> tuple[Quotation, ...]:
        """Every sentence of the body as a quotation, in order: what `quote` gives for `sentences`."""
        passages = iter(self.sentences)
        quotations = []
        for paragraph in self.paragraphs:
            place, only = paragraph.place, len(paragraph.sentences) == 1
            for number, (start, end) in enumerate(paragraph.sentences, start=1):
                at = place if only else f"{place}, sentence {number}"
                quotations.append(Quotation(paragraph.text[start:end], LETTER, next(passages), at))
        return tuple(quotations)

    @cached_property
    def _sentence_at(self) -> Mapping[Passage, Quotation]:
        """Every sentence as a quotation, by its passage: most quotations are one, and none is made twice."""
        return dict(zip(self.sentences, self.quoted_sentences, strict=True))

    def at(self, citation: str) -> tuple[Passage, ...]:
        """Return the paragraphs, or the sentence, that `citation` names.

        A citation is the beginning of a heading, in any case, perhaps with the number of a
        paragraph and of a sentence: `main 7`, `Main findings, paragraph 7, sentence 8`.
        Nothing matches: an empty tuple.
        """
        match = _CITATION.fullmatch(fold(fold_space(citation)).lower())
        if not match:
            return ()
        heading, number, sentence = match["heading"], match["number"], match["sentence"]
        found = []
        for title, numbered in self._numbered.items():
            if not title.startswith(heading):
                continue
            for index in numbered.get(number or "", ()):
                paragraph = self.paragraphs[index]
                if match["form"] not in (None, paragraph.form.value):
                    continue
                spans = enumerate(paragraph.sentences, start=1)
                found += (
                    [Passage(index, *span) for one, span in spans if str(one) == sentence]
                    if sentence
                    else [Passage(index, 0, len(paragraph.text))]
                )
        return tuple(sorted(found))

    @cached_property
    def _numbered(self) -> Mapping[str, Mapping[str, Sequence[int]]]:
        """The indices of the body's paragraphs by folded heading and number; under "" all of the heading."""
        numbered: dict[str, dict[str, list[int]]] = {}
        for index, paragraph in enumerate(self.paragraphs):
            if paragraph.number:
                under = numbered.setdefault(fold(paragraph.section).lower(), {})
                for number in ("", str(paragraph.number)):
                    under.setdefault(number, []).append(index)
        return numbered


def _found(wanted: str, text: str) -> Iterator[int]:
    """Yield where `wanted` stands in `text` without cutting a word; both are folded."""
    start = text.find(wanted)
    while start >= 0:
        if not cuts_a_word(text, start) and not cuts_a_word(text, start + len(wanted)):
            yield start
        start = text.find(wanted, start + 1)
