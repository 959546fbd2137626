"""The file of the reader's settings, in TOML."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from typing import TYPE_CHECKING

from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from briefing_tui.character import harmless
from briefing_tui.errors import UnreadableFileError
from briefing_tui.load.node import Place
from briefing_tui.load.problems import Problems, did_you_mean
from briefing_tui.load.text import read_text
from briefing_tui.tui.commands import COMMANDS, PROMPT_COMMANDS, TOGETHER, spoken
from briefing_tui.tui.settings import NOTHING_SET, Settings
from briefing_tui.tui.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing_tui.errors import Problem

_NAMES = {
    name: key.value
    for key in reversed(Keys)
    if key.value[0] != "<"
    for name in [spoken(key.value).casefold()]
}
"""Textual's keys, but for characters, by the names that people call them: `pgdn`, `↓`."""

_MODIFIED = re.compile(r"((?:(?:ctrl|alt|shift|super|hyper|meta)\+)+)(.+)")

_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")


def read_file(file: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Return what `file` sets and what is wrong with it."""
    problems = Problems(harmless(str(file)))
    try:
        text = harmless(read_text(file))
        return _Reader(text, problems).read(tomllib.loads(text)), tuple(sorted(problems.found))
    except UnreadableFileError as error:
        problems.add(Place(1, 1), "settings", str(error))
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        place = Place(int(at[1]), int(at[2])) if at else Place(max(1, text.count("\n")), 1)
        problems.add(place, "toml", f"This is no TOML: {_AT.sub('', str(error))}. The defaults serve.")
    return NOTHING_SET, tuple(problems.found)


class _Reader:
    """Reads the values of one file."""

    def __init__(self, text: str, problems: Problems) -> None:
        self._lines = text.split("\n")
        self._problems = problems

    def read(self, values: dict[str, object]) -> Settings:
        theme = self._theme(values.pop("theme", ""))
        mouse = values.pop("mouse", True)
        if not isinstance(mouse, bool):
            self._wrong("mouse", "`mouse` is true or false.")
        keys = values.pop("keys", {})
        if not isinstance(keys, dict):
            self._wrong("keys", '`[keys]` is a table of commands and their keys: quit = ["q", "ctrl+x"].')
        for name in values:
            self._wrong(
                name, f"Nothing here is called `{name}`.{did_you_mean(name, ('theme', 'mouse', 'keys'))}"
            )
        return Settings(theme, mouse is not False, self._keys(keys if isinstance(keys, dict) else {}))

    def _theme(self, name: object) -> str:
        known = {theme.name.removeprefix("briefing-"): theme.name for theme in THEMES}
        if name != "" and (not isinstance(name, str) or name not in known):
            self._wrong("theme", f"There is no theme `{name}`.{did_you_mean(str(name), known)}")
        return known.get(str(name), "")

    def _keys(self, table: dict[str, object]) -> dict[str, tuple[str, ...]]:
        """Return the keys that can be given. A command whose key is refused keeps its own."""
        defaults = {command.name: command.keys for command in COMMANDS}
        given: dict[str, tuple[str, ...]] = {}
        for name, value in table.items():
            if name not in defaults:
                self._wrong_key(name, f"There is no command `{name}`.{did_you_mean(name, defaults)}")
            elif value == []:
                self._wrong_key(name, f"`{name}` needs a key.")
            elif keys := self._named(name, value if isinstance(value, list) else [value]):
                given[name] = keys
        while clash := _clash(given, defaults):
            name, other = clash
            told = f"`{name}` would take a key of `{other}`. Give that one another key too."
            self._wrong_key(name, told)
            del given[name]
        return given

    def _named(self, command: str, written: list[object]) -> tuple[str, ...]:
        """Return the keys by Textual's names; none if any is wrong."""
        keys = tuple(map(key_named, map(str, written)))
        typed = command in {one.name for one in PROMPT_COMMANDS}
        for key, text in zip(keys, written, strict=True):
            if not key:
                self._wrong_key(
                    command,
                    f"There is no key `{text}`. Write it as the help page does: `?`, `PgDn`, `Ctrl+X`.",
                )
            elif typed and len(spoken(key)) == 1:
                self._wrong_key(command, f"`{text}` is typed there: choose a key that writes nothing.")
            else:
                continue
            return ()
        return keys

    def _wrong(self, name: str, message: str, after: int = 0) -> None:
        """Note a problem at the first line after that number of lines which sets `name`."""
        begins = re.compile(rf"\s*(?:\[\s*)?[\"']?{re.escape(name)}[\"']?\s*(?:[=\].])")
        lines = enumerate(self._lines[after:], after + 1)
        number = next((number for number, line in lines if begins.match(line)), after or 1)
        self._problems.add(Place(number, 1), "settings", message)

    def _wrong_key(self, command: str, message: str) -> None:
        """Note a problem with a command's keys: a setting may have the same name."""
        table = (number for number, line in enumerate(self._lines, 1) if re.match(r"\s*\[\s*keys", line))
        self._wrong(command, message, next(table, 0))


def key_named(written: str) -> str:
    """Return Textual's name for a key as people write it: `?`, `PgDn`, `Ctrl+X`; empty if there is none."""
    name = written.strip().casefold()
    if len(name) == 1 and name not in _NAMES:
        return written.strip() if name.isalnum() else _character(name)
    modified = _MODIFIED.fullmatch(name)
    if modified:
        key = key_named(modified[2])
        return f"{modified[1]}{key}" if key else ""
    return _NAMES.get(name, "")


def _character(character: str) -> str:
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def _clash(
    given: Mapping[str, tuple[str, ...]], defaults: Mapping[str, tuple[str, ...]]
) -> tuple[str, str] | None:
    """Return a command that was given a key which another has where both work, and that other."""
    keys_of = {**defaults, **given}
    for name, keys in given.items():
        beside = {other for names in TOGETHER if name in names for other in names} - {name}
        other = next((other for other in keys_of if other in beside and {*keys} & {*keys_of[other]}), "")
        if other:
            return name, other
    return None
