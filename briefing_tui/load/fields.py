"""The keys of one mapping, asked for one by one, every fault noted with its place.

What is asked for is the format: a key that nobody asks for is unknown. A fault gives an empty
value to go on with, so that one reading finds them all; the result is thrown away.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from briefing_tui.load.node import Mapping, Place, Scalar, Sequence
from briefing_tui.load.problems import closest, did_you_mean
from briefing_tui.model.reference import FORM
from briefing_tui.model.verbatim import fold_space

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from enum import Enum

    from briefing_tui.load.node import Node
    from briefing_tui.load.problems import Problems

    E = TypeVar("E", bound=Enum)

T = TypeVar("T")

_DAY_MONTH_OR_YEAR = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Fields:
    """The keys of one mapping of a briefing file."""

    def __init__(self, node: Mapping, what: str, problems: Problems) -> None:
        self.node = node
        self.what = what
        """What the mapping is, for messages: `finding`."""
        self.problems = problems
        self._asked: dict[str, None] = {}
        """The keys asked for, in that order."""

    def place(self, key: str) -> Place:
        """Return where the value of `key` stands, or the mapping if there is none."""
        value = self.node.values.get(key)
        return value.place if value else self.node.place

    def value(self, key: str, *, required: bool = True) -> Node | None:
        """Return the value of `key`, or None."""
        self._asked[key] = None
        value = self.node.values.get(key)
        if value is None and required:
            near = closest(key, self.node.keys, likeness=0.75)
            hint = f" Is `{near}` meant for it?" if near else ""
            self.problems.add(
                self.node.place, "missing-key", f"This {self.what} has no `{key}:` line.{hint or ' Add one.'}"
            )
        return value

    def scalar(self, key: str, *, required: bool = True) -> Scalar | None:
        """Return the single value of `key`; None, noted, if it is empty or a list."""
        self._asked[key] = None
        value = self.node.values.get(key) or self.value(key, required=required)
        if value is None:
            return None
        if not isinstance(value, Scalar):
            self.problems.add(value.place, "shape", f"`{key}` takes one text, not a list or a group of keys.")
            return None
        if not value.text.strip():
            remedy = "Write its text." if required else "Write its text, or take the line out."
            self.problems.add(value.place, "empty-value", f"`{key}` is empty. {remedy}")
            return None
        return value

    def text(self, key: str, *, required: bool = True, at_most: int | None = None) -> str:
        """Return the text of `key`, white space folded; `at_most` counts characters."""
        if not required and key not in self.node.values:
            self._asked[key] = None
            return ""
        scalar = self.scalar(key, required=required)
        text = fold_space(scalar.text) if scalar else ""
        if scalar and at_most and len(text) > at_most:
            self.problems.add(
                scalar.place,
                "too-long",
                f"`{key}` has {len(text)} characters, and {at_most} are as many as one takes in at a glance. "
                f"Shorten it by {len(text) - at_most}.",
            )
        return text

    def choice(self, key: str, choices: Collection[str]) -> str:
        """Return the text of `key`, which must be one of `choices`; the first of them after a fault."""
        scalar = self.scalar(key)
        if scalar is None:
            return next(iter(choices))
        return self.one_of(scalar, choices, "unknown-value", f"`{key}` cannot be")

    def one_of(self, scalar: Scalar, choices: Collection[str], rule: str, message: str) -> str:
        """Return the text of `scalar` if it is among `choices`, else the first of them."""
        text = scalar.text.strip()
        if text in choices:
            return text
        self.problems.add(scalar.place, rule, f"{message} `{text}`.{did_you_mean(text, choices)}")
        return next(iter(choices), text)

    def enum(self, key: str, kind: type[E]) -> E:
        """Return the member of `kind` whose value is the text of `key`."""
        members: dict[str, E] = _members(kind)
        return members[self.choice(key, members)]

    def yes_or_no(self, key: str) -> bool:
        """Return whether `key` says `yes`; only `yes` and `no` are words for it."""
        return self.choice(key, ["no", "yes"]) == "yes"

    def day(self, key: str) -> date:
        """Return the day of `key`, written `2022-09-21`."""
        scalar = self.scalar(key)
        text = scalar.text.strip() if scalar else ""
        if _is_date(text) and len(text) == len("2022-09-21"):
            return date.fromisoformat(text)
        if scalar:
            self.problems.add(
                scalar.place, "date", f"`{key}` cannot be `{text}`. It is a day, written like 2022-09-21."
            )
        return date.min

    def date(self, key: str, *, required: bool = True) -> str:
        """Return the year, month or day of `key` as written: `2020`, `2020-10`, `2020-10-26`."""
        text = self.text(key, required=required)
        if text and not _is_date(text):
            told = f"`{key}` cannot be `{text}`. It is a year, a month or a day: 2020, 2020-10 or 2020-10-26."
            self.problems.add(self.place(key), "date", told)
        return text

    def reference(self, key: str) -> str:
        """Return the reference of `key`, such as `AA-5`."""
        scalar = self.scalar(key)
        if scalar is None:
            return ""
        text = scalar.text.strip()
        if not FORM.fullmatch(text):
            self.problems.add(
                scalar.place,
                "reference",
                f"`{text}` is no reference. "
                "Write one to six capitals, a hyphen, and a number without a zero before it, like AA-5.",
            )
        return text

    def items(self, key: str, *, required: bool = True) -> list[Node]:
        """Return the items of the list `key`."""
        value = self.value(key, required=required)
        if value is None:
            return []
        if not isinstance(value, Sequence):
            self.problems.add(value.place, "shape", f"`{key}` takes a list: each item starts with `- `.")
            return []
        return value.items

    def words(self, key: str, *, required: bool = True) -> list[Scalar]:
        """Return the items of the list `key`, each a single value."""
        items = self.items(key, required=required)
        for item in items:
            if not isinstance(item, Scalar):
                self._shape(item, key, "a single word or text")
        return [item for item in items if isinstance(item, Scalar)]

    def each(
        self, key: str, what: str, read: Callable[[Fields], T], *, required: bool = True
    ) -> tuple[T, ...]:
        """Return `read` of every item of the list `key`, each a group of keys called `what`.

        The items are given up as they are read, so that a large file is not held twice.
        """
        values = []
        items = self.items(key, required=required)
        items.reverse()
        while items:
            item = items.pop()
            if isinstance(item, Mapping):
                values.append(self._read(item, what, read))
            else:
                self._shape(item, key, "`key: value` lines, indented")
        return tuple(values)

    def group(self, key: str, what: str, read: Callable[[Fields], T]) -> T | None:
        """Return `read` of the group of keys under `key`, or None."""
        value = self.value(key)
        if isinstance(value, Mapping):
            return self._read(value, what, read)
        if value:
            self._shape(value, key, "`key: value` lines, indented")
        return None

    def finish(self) -> None:
        """Note every key that was not asked for."""
        for key, mark in self.node.keys.items():
            if key in self._asked:
                continue
            value = self.node.values[key]
            beside = sum(other.line == mark.line for other in self.node.keys.values()) > 1
            if (" " in key or beside) and isinstance(value, Scalar) and not value.text:
                told = f"`{key}` follows a comma. Inside {{ }}, text with a comma goes into quotation marks."
            else:
                told = f"A {self.what} has no key `{key}`.{did_you_mean(key, self._asked)}"
            self.problems.add(Place.of(mark), "unknown-key", told)

    def _shape(self, node: Node, key: str, wanted: str) -> None:
        self.problems.add(node.place, "shape", f"What stands under `{key}` must be {wanted}.")

    def _read(self, node: Mapping, what: str, read: Callable[[Fields], T]) -> T:
        fields = Fields(node, what, self.problems)
        value = read(fields)
        fields.finish()
        return value


def _is_date(text: str) -> bool:
    """Say whether `text` is a year, a month or a day that exists."""
    if not _DAY_MONTH_OR_YEAR.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


@cache
def _members(kind: type[E]) -> dict[str, E]:
    """Return the members of `kind` by their values."""
    return {str(member.value): member for member in kind}
