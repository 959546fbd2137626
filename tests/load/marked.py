"""The quotations of a briefing file, each word with its place, read by other means than the program's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK_HEADER = re.compile(r"[>|][-+]?\n")
_QUOTATION_MARKS = "'\""


@dataclass(frozen=True, slots=True)
class Quoted:
    """One `quote` of a briefing file, as it stands there."""

    part: str
    """The file's own key under which it stands: `findings`."""
    at: str
    """The place that the file names beside it; empty if it names none."""
    value: str
    """What YAML makes of it."""
    words: tuple[tuple[int, int], ...]
    """Where in the file's text each word begins and ends, the file's own quotation marks excepted."""


def quoted(text: str) -> list[Quoted]:
    """Return every quotation of the letter in the briefing file `text`."""
    root = yaml.compose(text)
    assert isinstance(root, yaml.MappingNode)
    return [quote for key, value in root.value for quote in _walk(value, key.value, text)]


def place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column, from 1, of a character of `text`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _walk(node: yaml.Node, part: str, text: str) -> Iterator[Quoted]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _walk(item, part, text)
    if not isinstance(node, yaml.MappingNode):
        return
    values = {key.value: value for key, value in node.value}
    # The only other source is the press, which is quoted but not held.
    source = values.get("source")
    if "quote" in values and (source is None or source.value == "letter"):
        at = values.get("at")
        words = tuple(_words(values["quote"], text))
        yield Quoted(part, at.value if at else "", values["quote"].value, words)
    for value in values.values():
        yield from _walk(value, part, text)


def _words(node: yaml.Node, text: str) -> Iterator[tuple[int, int]]:
    start, end = node.start_mark.index, node.end_mark.index
    header = _BLOCK_HEADER.match(text, start)
    if header:
        start = header.end()
    elif text[start] in _QUOTATION_MARKS:
        start, end = start + 1, end - 1
    for word in re.compile(r"\S+").finditer(text, start, end):
        yield word.span()
