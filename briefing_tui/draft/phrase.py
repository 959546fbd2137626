"""Finding phrases of the tables in a sentence, the longest first, so that no word counts twice."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from briefing_tui.model.verbatim import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_WORD_START = re.compile(r"(?<![\w-])\w")
_BEGINNING = 2
"""Letters by which phrases are looked up."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One phrase found."""

    key: str
    """What the phrase stands for: an area, a tone, a concept."""
    words: str
    """The sentence's own words."""
    start: int
    """Offset in the sentence."""


class Phrases:
    """Phrases by what they stand for. `*` ends a beginning of a word, `…` is up to three words."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a key and a phrase; of one phrase under two keys the first counts."""
        self._by_beginning: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for key, phrase in sorted(phrases, key=lambda pair: -len(pair[1])):
            same = self._by_beginning.setdefault(phrase[:_BEGINNING].lower(), [])
            same.append((key, re.compile(_pattern(phrase))))

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return the phrases in `text`, in order; none overlaps another."""
        folded = fold(text)
        hits = []
        end = 0
        for word in _WORD_START.finditer(folded):
            start = word.start()
            if start < end:
                continue
            for key, pattern in self._by_beginning.get(folded[start : start + _BEGINNING].lower(), ()):
                match = pattern.match(folded, start)
                if match:
                    end = match.end()
                    hits.append(Hit(key, text[start:end], start))
                    break
        return tuple(hits)


def _pattern(phrase: str) -> str:
    """Return the regular expression for one phrase."""
    words = []
    for word in phrase.split():
        if word == "…":
            words.append(r"(?:\S+\s+){0,3}?")
            continue
        stem = word.removesuffix("*")
        escaped = re.escape(stem)
        case = escaped if any(one.isupper() for one in stem) else f"(?i:{escaped})"
        words.append(case + (r"[\w'-]*" if word.endswith("*") else r"(?![\w-])"))
    joined = ""
    for word in words:
        joined += word if not joined or joined.endswith("{0,3}?") else rf"\s+{word}"
    return joined


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return the table with that name, without ending, from the folder `tables`."""
    return tomllib.loads(files(__package__).joinpath("tables", f"{name}.toml").read_text(encoding="utf-8"))
