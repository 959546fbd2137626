"""YAML as located values, read from the parser's events so that nothing is constructed.

No value is converted: `no`, `007` and `2022-10-26` are what is written. What could make a
small file large or mean two things is refused, with its place: aliases, anchors, tags, merge
keys, repeated keys, a second document, and more than `DEEPEST` levels or `MOST_NODES` values.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from briefing_tui.errors import InvalidBriefingError
from briefing_tui.load.advice import advice
from briefing_tui.load.node import Mapping, Place, Scalar, Sequence

if TYPE_CHECKING:
    from yaml._yaml import Mark as CMark
    from yaml.error import Mark

    from briefing_tui.load.node import Node
    from briefing_tui.load.problems import Problems

DEEPEST = 32
MOST_NODES = 500_000

_COMMENT = re.compile(r"[ \t]*(#\S.{0,18})")
"""A comment without the space that people put after its sign: the beginning of it, for a message."""

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
        place = _place_of(error)
        line = "".join(reader.lines[place.line - 1 : place.line])
        indented_by_tab = "\t" in line[: len(line) - len(line.lstrip())]
        told = "A tab stands here. Indent with spaces." if indented_by_tab else advice(error)
        raise reader.refusal(place, "yaml", told) from None
    finally:
        reader.events.dispose()


class _Reader:
    """Turns one text's events into nodes."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.problems = problems
        self.removed = problems.removed
        self.lines = text.split("\n")
        self.events = _Parser(text)
        self.nodes = 0

    def refusal(self, place: Place, rule: str, message: str) -> InvalidBriefingError:
        """Return what to raise when nothing more can be read."""
        last = len(self.lines) if self.lines[-1] or len(self.lines) == 1 else len(self.lines) - 1
        self.problems.add(Place(min(place.line, last), place.column), rule, message)
        return InvalidBriefingError(self.problems.found)

    def document(self) -> Mapping:
        """Read the stream: one document, one mapping."""
        get_event = self.events.get_event
        get_event()
        event = get_event()
        if not isinstance(event, yaml.DocumentStartEvent):
            raise self.refusal(Place(1, 1), "empty", "The file is empty. `format: 1` comes first.")
        node = self.node(get_event(), 1)
        if not isinstance(node, Mapping):
            raise self.refusal(
                node.place,
                "shape",
                "This is no briefing. One is made of `key: value` lines, the first of them `format: 1`.",
            )
        get_event()
        event = get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            raise self.refusal(
                _place(event.start_mark),
                "second-document",
                "A second document starts at this `---`. Keep one briefing a file.",
            )
        return node

    def node(self, event: yaml.Event, depth: int) -> Node:
        """Read the value that starts with `event`."""
        place = _place(event.start_mark)
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise self.refusal(place, "too-many-values", f"More than {MOST_NODES:,} values. Split the file.")
        if getattr(event, "anchor", None) is not None:
            raise self.refusal(
                place,
                "alias",
                "Text that begins with `&` or `*` goes into quotation marks. "
                "Anchors and aliases are not read.",
            )
        if getattr(event, "tag", None) not in (None, "!"):
            raise self.refusal(
                place, "tag", "Text that begins with `!` goes into quotation marks. Tags are not read."
            )
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, place)
        if depth > DEEPEST:
            raise self.refusal(
                place,
                "too-deep",
                f"More than {DEEPEST} levels deep. "
                "Text that begins with a bracket goes into quotation marks.",
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place, depth)
        return self.mapping(place, depth)

    def scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar:
        """Read a single value; warn where a `#` has cut it."""
        if not event.style:
            end = _place(event.end_mark)
            cut = _COMMENT.match(self.lines[min(end.line, len(self.lines)) - 1], end.column - 1)
            if cut:
                self.problems.add(
                    end,
                    "cut-by-comment",
                    f"The value ends before `{cut[1]}`. Put it all in quotation marks if that belongs to it.",
                    "warning",
                )
            return Scalar(event.value, place)
        return Scalar(self.removed.from_value(event.value, place), place)

    def sequence(self, place: Place, depth: int) -> Sequence:
        """Read the items of a list."""
        sequence = Sequence(place)
        get_event = self.events.get_event
        while not isinstance(event := get_event(), yaml.SequenceEndEvent):
            sequence.items.append(self.node(event, depth + 1))
        return sequence

    def mapping(self, place: Place, depth: int) -> Mapping:
        """Read keys and values; a repeated key is a problem that names both places."""
        mapping = Mapping(place)
        get_event = self.events.get_event
        while not isinstance(event := get_event(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar) or key.text == "<<":
                raise self.refusal(
                    key.place,
                    "key",
                    "A key is a plain word. Neither `?` nor `<<` is read: write each key out.",
                )
            value = self.node(get_event(), depth + 1)
            if key.text in mapping.values:
                first = mapping.keys[key.text]
                self.problems.add(
                    key.place,
                    "repeated-key",
                    f"`{key.text}` stands at line {first.line} already. Keep one of the two.",
                )
                continue
            mapping.values[key.text] = value
            mapping.keys[key.text] = key.place
        return mapping


def _place(mark: Mark | CMark | None) -> Place:
    """Return where `mark` is; the start of the file if the parser set none."""
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _place_of(error: yaml.YAMLError) -> Place:
    """Return where the parser stopped; of what it missed the end of, where that began."""
    began, stopped = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    reason = str(getattr(error, "problem", ""))
    ran_on = "end of stream" in reason or "could not find expected ':'" in reason
    return _place((began if ran_on else None) or stopped or began)
