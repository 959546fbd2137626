"""YAML as located values, read from the parser's events so that nothing is constructed.

No value is converted: `no`, `007` and `2022-10-26` are what is written. What could make a
small file large or mean two things is refused, with its place: aliases, anchors, tags, merge
keys, repeated keys, a second document, and more than `DEEPEST` levels or `MOST_NODES` values.
"""

from __future__ import annotations

import re
from sys import intern
from typing import TYPE_CHECKING, Protocol

import yaml

from briefing_tui.errors import InvalidBriefingError
from briefing_tui.load.node import Mapping, Place, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_tui.load.node import Mark, Node
    from briefing_tui.load.problems import Problems

DEEPEST = 32
MOST_NODES = 500_000

_COMMENT = re.compile(r"[ \t]*(#\S.{0,18})")
"""A comment without the space that people put after its sign: the beginning of it, for a message."""

_TOO_DEEP = "maximum nesting depth"
"""What libyaml says, from 0.2.6 on, where looking ahead takes it a thousand levels down."""

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, problems: Problems) -> Mapping:
    """Return the one mapping that `text`, already harmless, consists of.

    Raises InvalidBriefingError at the first thing that leaves no tree to go on with; what can be
    read past, such as a repeated key, is added to `problems`.
    """
    reader = _Reader(text, problems)
    try:
        return reader.document()
    except yaml.YAMLError as error:
        from briefing_tui.load.advice import advice  # noqa: PLC0415 (few files need any)

        place = _place_of(error)
        if _TOO_DEEP in str(getattr(error, "problem", "")):
            raise reader.too_deep(place) from None
        line = "".join(reader.lines[place.line - 1 : place.line])
        indented_by_tab = "\t" in line[: len(line) - len(line.lstrip())]
        told = "A tab stands here. Indent with spaces." if indented_by_tab else ""
        told = told or reader.told_of_quotation_marks(place) or _told_of_bracket(error, place)
        told = told or advice(error, line[place.column - 1 : place.column])
        raise reader.refusal(place, "yaml", told) from None
    finally:
        reader.events.dispose()


class _Event(Protocol):
    """What is asked of the parser's events, each of those that have it."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    style: str | None
    value: str


class _Reader:
    """Turns one text's events into nodes."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.problems = problems
        self.lines = text.split("\n")
        self.with_sign = {number for number, line in enumerate(self.lines) if "#" in line}
        """The lines, from 0, in which a comment may cut a value."""
        self.events = _Parser(text)
        self.get_event: Callable[[], _Event] = self.events.get_event
        self.nodes = 0
        self.long_quoted: tuple[Place, Place] | None = None
        """Where the last text in quotation marks began and ended that went over several lines."""

    def refusal(self, place: Place, rule: str, message: str) -> InvalidBriefingError:
        """Return what to raise when nothing more can be read."""
        last = len(self.lines) if self.lines[-1] or len(self.lines) == 1 else len(self.lines) - 1
        self.problems.add(Place(min(place.line, last), place.column), rule, message)
        return InvalidBriefingError(self.problems.found)

    def told_of_quotation_marks(self, place: Place) -> str:
        """Return where quotation marks opened lines ago that close just before `place`; empty if none did."""
        if not self.long_quoted or self.long_quoted[1].line != place.line:
            return ""
        began = self.long_quoted[0]
        return (
            f"The quotation mark that opens at line {began.line}, column {began.column} closes here. "
            "Close it where the text ends; within single ones an apostrophe is written twice."
        )

    def too_deep(self, place: Place) -> InvalidBriefingError:
        """Return what to raise where there are too many levels."""
        told = f"More than {DEEPEST} levels deep. Text that begins with a bracket goes into quotation marks."
        return self.refusal(place, "too-deep", told)

    def document(self) -> Mapping:
        """Read the stream: one document, one mapping."""
        self.get_event()
        event = self.get_event()
        if not isinstance(event, yaml.DocumentStartEvent):
            raise self.refusal(Place(1, 1), "empty", "The file is empty. `format: 1` comes first.")
        node = self.node(self.get_event(), 1)
        if not isinstance(node, Mapping):
            raise self.refusal(
                node.place,
                "shape",
                "This is no briefing. One is made of `key: value` lines, the first of them `format: 1`.",
            )
        self.get_event()
        event = self.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            raise self.refusal(
                Place.of(event.start_mark),
                "second-document",
                "A second document starts at this `---`. Keep one briefing a file.",
            )
        return node

    def node(self, event: _Event, depth: int) -> Node:
        """Read the value that starts with `event`."""
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        self.nodes += 1
        if self.nodes > MOST_NODES or event.anchor is not None or event.tag is not None:
            self.admit(event)
        if depth > DEEPEST:
            raise self.too_deep(Place.of(event.start_mark))
        return (self.sequence if isinstance(event, yaml.SequenceStartEvent) else self.mapping)(event, depth)

    def scalar(self, event: _Event) -> Scalar:
        """Read a single value; warn where a `#` has cut it."""
        self.nodes += 1
        if self.nodes > MOST_NODES or event.anchor is not None or event.tag is not None:
            self.admit(event)
        style, mark = event.style, event.start_mark
        if not style and self.with_sign and event.end_mark.line in self.with_sign:
            self.warn_if_cut(Place.of(event.end_mark))
        if style in ("'", '"') and event.end_mark.line > mark.line:
            self.long_quoted = Place.of(mark), Place.of(event.end_mark)
        if style == '"':  # only this style has escapes
            return Scalar(self.problems.removed.from_value(event.value, Place.of(mark)), mark)
        return Scalar(event.value, mark)

    def admit(self, event: _Event) -> None:
        """Raise what is to be raised for one value too many, an anchor, an alias, or a tag."""
        place = Place.of(event.start_mark)
        if self.nodes > MOST_NODES:
            told = f"More than {MOST_NODES:,} values. Split the file."
            raise self.refusal(place, "too-many-values", told)
        if event.anchor is not None:
            told = "Text that begins with `&` or `*` goes into quotation marks. Aliases are not read."
            raise self.refusal(place, "alias", told)
        if event.tag != "!":
            told = "Text that begins with `!` goes into quotation marks. Tags are not read."
            raise self.refusal(place, "tag", told)

    def warn_if_cut(self, end: Place) -> None:
        """Warn if a value ends at `end` because of a `#` that seems to belong to it."""
        cut = _COMMENT.match(self.lines[end.line - 1], end.column - 1)
        if cut:
            self.problems.add(
                end,
                "cut-by-comment",
                f"The value ends before `{cut[1]}`. Put it all in quotation marks if that belongs to it.",
                "warning",
            )

    def sequence(self, start: _Event, depth: int) -> Sequence:
        """Read the items of a list."""
        items: list[Node] = []
        while not isinstance(event := self.get_event(), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return Sequence(items, start.start_mark)

    def mapping(self, start: _Event, depth: int) -> Mapping:
        """Read keys and values; a repeated key is a problem that names both places."""
        values: dict[str, Node] = {}
        keys: dict[str, Mark] = {}
        while not isinstance(event := self.get_event(), yaml.MappingEndEvent):
            key = self.key(event, depth)
            value = self.node(self.get_event(), depth + 1)
            if key in values:
                told = f"`{key}` stands at line {keys[key].line + 1} already. Keep one of the two."
                self.problems.add(Place.of(event.start_mark), "repeated-key", told)
                continue
            values[key] = value
            keys[key] = event.start_mark
        return Mapping(values, keys, start.start_mark)

    def key(self, event: _Event, depth: int) -> str:
        """Read a key. Files repeat the same few, so each is held once."""
        key = self.node(event, depth + 1)
        if not isinstance(key, Scalar) or key.text == "<<":
            told = "A key is a plain word. Neither `?` nor `<<` is read: write each key out."
            raise self.refusal(key.place, "key", told)
        return intern(key.text)


def _told_of_bracket(error: yaml.YAMLError, place: Place) -> str:
    """Return where a bracket opened lines ago that should have closed before `place`; empty if none did."""
    began = getattr(error, "context_mark", None)
    if "did not find expected ',' or" not in str(getattr(error, "problem", "")) or not began:
        return ""
    opened = Place.of(began)
    if opened.line == place.line:
        return ""
    return (
        f"The bracket that opens at line {opened.line}, column {opened.column} is not closed. Close it there."
    )


def _place_of(error: yaml.YAMLError) -> Place:
    """Return where the parser stopped; of what it missed the end of, where that began."""
    began, stopped = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    reason = str(getattr(error, "problem", ""))
    ran_on = "end of stream" in reason or "could not find expected ':'" in reason
    mark = (began if ran_on else None) or stopped or began
    return Place.of(mark) if mark else Place(1, 1)
