"""What is told of one entry, in what order and under what words: the same in every document for reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_tui.model.entry import Claim, Finding, Labelled, Person, Point, Sentence, Source, Term, Verdict
from briefing_tui.model.letter import LETTER
from briefing_tui.model.relation import relations
from briefing_tui.model.signature import signature, spoken, whose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry
    from briefing_tui.model.letter import Paragraph
    from briefing_tui.model.outline import Section
    from briefing_tui.model.quotation import Quotation


@dataclass(frozen=True, slots=True)
class Kind:
    """What an entry is: `▼ concern: Access and assessment, Workforce`."""

    word: str
    """Never empty: the sign is never alone."""
    mark: str = ""
    about: str = ""

    def __str__(self) -> str:
        """Return it on one line."""
        said = f"{self.mark} {self.word}".strip()
        return f"{said}: {self.about}" if self.about else said


@dataclass(frozen=True, slots=True)
class Line:
    """Words that are no quotation, under a label that says what they are."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a source, whose they are, and where they stand."""

    label: str
    quotation: Quotation
    signature: str


@dataclass(frozen=True, slots=True)
class Linked:
    """Other entries, and what they have to do with this one."""

    label: str
    entries: tuple[Entry, ...]


Part = Line | Quoted | Linked


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the letter, its sentences, and who quotes it."""

    paragraph: Paragraph
    sentences: tuple[Sentence, ...]
    """Empty outside the body."""
    quoted_at: tuple[Entry, ...]


def kind(briefing: Briefing, entry: Entry) -> Kind:
    """Return what `entry` is."""
    match entry:
        case Finding():
            names = {area.key: area.name for area in briefing.areas}
            return Kind(entry.tone.value, entry.tone.mark, ", ".join(names[key] for key in entry.areas))
        case Claim():
            return Kind("our verdict", about=entry.verdict.value)
        case Point():
            return Kind("area for priority action" if entry.priority else "improvement point")
        case Labelled():
            return Kind(entry.label)
        case _:
            return Kind("sentence of the letter")


def parts(briefing: Briefing, entry: Entry, section: Section) -> Iterator[Part]:
    """Yield what is told of `entry`: our line, the words it rests on, our note, what it hangs together with.

    What stands below it in `section` under a heading of its own is not told twice.
    """
    headings = {group.heading for group in section.groups}
    for part in _told(briefing, entry):
        if not isinstance(part, Line) or part.words:
            yield part
    if entry.note:
        yield Line("Our note", entry.note)
    if not isinstance(entry, Term):
        for relation in relations(briefing, entry):
            if relation.kind not in headings:
                yield Linked(relation.kind, relation.entries)


def _told(briefing: Briefing, entry: Entry) -> Iterator[Part]:
    match entry:
        case Term():
            yield Line("Short for", entry.expansion)
            yield Line("Meaning, in our words", entry.summary)
            yield Line("Where the meaning comes from", entry.source)
        case Source():
            yield Line("Title", entry.summary)
            yield Line("Cited as", entry.citation)
            yield Line("Date", entry.date)
            yield Line("Rights", entry.rights)
            yield Line("Address", entry.url)
        case Person():
            yield Line("Role", entry.summary)
            yield Line("Named as", entry.part)
        case Claim():
            left_out = entry.verdict is Verdict.LEFT_OUT
            yield Line("In our words" if left_out else "The claim, in our words", entry.summary)
            if entry.said:
                yield Quoted(whose(entry.said), entry.said, spoken(briefing, entry))
            yield from _quoted(briefing, entry)
            if not entry.quotations:
                yield Line("In the letter", "Nothing.")
        case _:
            yield Line("In our words", entry.summary)
            yield from _quoted(briefing, entry)


def _quoted(briefing: Briefing, entry: Entry) -> Iterator[Quoted]:
    for quotation in entry.quotations:
        yield Quoted(whose(quotation), quotation, signature(briefing, quotation))


def one_line(briefing: Briefing, entry: Entry) -> str:
    """Return `entry` where it is not at home: `AA-5 ▼ concern: Some children in need wait too long …`."""
    told = kind(briefing, entry)
    return f"{entry.reference} {f'{told.mark} {told.word}'.strip()}: {entry.line}"


def blocks(briefing: Briefing) -> Iterator[Block]:
    """Yield the paragraphs of the letter, in order."""
    sentences: dict[int, list[Sentence]] = {}
    for passage, sentence in zip(briefing.letter.sentences, briefing.sentences, strict=True):
        sentences.setdefault(passage.paragraph, []).append(sentence)
    for index, paragraph in enumerate(briefing.letter.paragraphs):
        own = tuple(sentences.get(index, ()))
        quoting = dict.fromkeys(other for one in own for other in briefing.quoting(one))
        quoted_at = (other for other in quoting if not isinstance(other, Claim))
        yield Block(paragraph, own, tuple(quoted_at))


DRAFT = "Draft coding: areas, tones and summaries were made by rules, and nobody has checked them yet."


def opening(briefing: Briefing) -> tuple[str, str]:
    """Return the lines below the title: what it is about and on what it rests, and whose words are whose."""
    letter = briefing.sources[LETTER]
    whose_words = ["Words under “The letter’s words” were found in the letter word for word."]
    if len(briefing.sources) > 1:
        whose_words.append("Words under “The paper’s words” are quoted from the press, and are not checked.")
    return (
        f"{briefing.authority}. {briefing.subject}. {letter.citation or letter.label}.",
        " ".join([*([DRAFT] if briefing.draft else []), *whose_words, "All else is ours."]),
    )
