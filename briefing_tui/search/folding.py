"""When two texts are the same to somebody who searches, and the way back to what is printed.

Beyond what `briefing_tui.model.verbatim` calls equal, accents and typographic forms are dropped
(NFKD without combining marks) and, unless capitals count, case. This is for finding words; that
a quotation is verbatim is never shown by it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.model.verbatim import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_FOLDS = re.compile(r"[^\x00-\x5f\x61-\x7f]")
"""What may fold to something else. Of ASCII, case and white space apart, only the grave accent does.

Said by what it is not: a class up to the last character takes Python 5 ms to compile.
"""


def folded(text: str, *, cased: bool = False) -> str:
    """Return `text` as it is compared: white space as one space a run, none at the ends.

    With `cased`, capitals stay. Idempotent.
    """
    return " ".join(folded_words(text, cased=cased))


def folded_words(text: str, *, cased: bool = False) -> list[str]:
    """Return what stands between white space in `text`, each folded."""
    return _folded(text, cased=cased).split()


def caseless(text: str) -> str:
    """Return a text that was folded with its case as if folded without. Line feeds stay."""
    return _folded(text, cased=False)


def _folded(text: str, *, cased: bool) -> str:
    if not text.isascii() or "`" in text:
        text = _FOLDS.sub(lambda match: _plain(match[0], cased), text)
    return text if cased else text.casefold()


class Folded(NamedTuple):
    """A folded text that knows where each of its characters comes from.

    One printed character may be several here (`ﬁ`, `ß`), and several printed may be one (a letter
    and its accents): a character's own are all that it comes from.
    """

    text: str
    """As `folded` returns it."""
    starts: Sequence[int]
    """For each character but a space, where in the original its own begin."""
    ends: Sequence[int]
    """For each character but a space, where in the original its own end."""

    @classmethod
    def of(cls, text: str, *, cased: bool = False) -> Folded:
        """Fold `text`, keeping the way back."""
        plain = folded(text, cased=cased)
        if len(plain) == len(text) and all(len(_plain(one, cased)) == 1 for one in set(text)):
            return cls(plain, range(len(text)), range(1, len(text) + 1))
        characters: list[str] = []
        owners: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        for offset, printed in enumerate(text):
            plain = _plain(printed, cased)
            if not plain and ends:
                ends[-1] = offset + 1  # a combining mark belongs to the letter before it
                continue
            starts.append(offset)
            ends.append(offset + 1)
            for one in plain:
                if one != " " or (characters and characters[-1] != " "):
                    characters.append(one)
                    owners.append(len(starts) - 1)
        if characters and characters[-1] == " ":
            del characters[-1], owners[-1]
        return cls("".join(characters), [starts[one] for one in owners], [ends[one] for one in owners])


@lru_cache(maxsize=1 << 14)
def _plain(character: str, cased: bool) -> str:  # noqa: FBT001 (by position, the cache is faster)
    """Return what one character is compared as: nothing for a combining mark, perhaps several."""
    plain = "".join(
        " " if one.isspace() else one
        for one in unicodedata.normalize("NFKD", fold(character))
        if not unicodedata.combining(one)
    )
    plain = plain if cased else plain.casefold()
    # What came of it may have to be folded itself: `‴` becomes primes, which become straight marks.
    return plain if plain == character else "".join(_plain(one, cased) for one in plain)
