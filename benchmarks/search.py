"""How long each keystroke of a search takes: `.venv/bin/python benchmarks/search.py`.

Types several queries, letter by letter, into the bundled briefing and into 10,000 findings made by
repeating and altering its sentences, and prints the median and the worst keystroke. A keystroke is
what the screen asks for: parsing, finding, the counts a pane, where `n` leads, the marks in twenty
shown documents and, after a miss, the nearest word. The last row deletes instead of typing on, so
that everything is searched anew. Asserts nothing: machines differ.
"""
# ruff: noqa: INP001, T201, S311 (a script that prints, and alters sentences for no secret)

from __future__ import annotations

import gc
import random
import statistics
import time
from typing import TYPE_CHECKING, TypeVar

from briefing_tui.load import load_briefing
from briefing_tui.paths import bundled_briefing
from briefing_tui.search.documents import documents
from briefing_tui.search.index import Document, Index
from briefing_tui.search.query import Query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TYPED = (
    "e",
    "supervision",
    "children assessment delay",
    '"management oversight"',
    "MASH decision",
    "the of and to in",
    "asessment superviison",
    "zzz",
)
T = TypeVar("T")

FINDINGS = 10_000
CHARACTERS = 400
"""About how long each is."""
WORDS = 20_000
"""How many different ones are strewn in."""
SHOWN = 20
ROUNDS = 5


def main() -> None:
    """Print one table for each collection."""
    bundled = documents(load_briefing(bundled_briefing()))
    table("The bundled briefing", bundled)
    table(f"{FINDINGS:,} findings", tuple(made_up([text for one in bundled for text in one.texts])))


def made_up(sentences: list[str]) -> Iterator[Document]:
    """Yield findings of repeated sentences with altered words, dashes, curly marks and accents among them."""
    chance = random.Random(2022)
    letters = "aeiourstlnmdcphgbvfé"
    words = ["".join(chance.choices(letters, k=chance.randrange(4, 12))) for _ in range(WORDS)]
    for number in range(FINDINGS):
        altered = [words[2 * number % WORDS], words[(2 * number + 1) % WORDS]]
        while sum(map(len, altered)) < CHARACTERS:
            altered.append(chance.choice(sentences).replace("'", chance.choice("'’")))
        middle = len(altered) // 2
        yield Document(
            f"F-{number + 1}",
            f"pane {number * 6 // FINDINGS}",
            (" ".join(altered[:middle]), " ".join(altered[middle:])),
        )


def table(title: str, found_in: tuple[Document, ...]) -> None:
    """Print how long building an index and each keystroke takes."""
    size = sum(len(text) for document in found_in for text in document.texts)
    builds = [timed(lambda: Index(found_in))[0] for _ in range(ROUNDS)]
    index = timed(lambda: Index(found_in))[1]
    print(f"{title}: {len(found_in):,} documents, {size / 1e6:.1f} million characters, ", end="")
    print(f"built in {statistics.median(builds):.1f} ms (worst of {ROUNDS}: {max(builds):.1f})\n")
    print(f"{'typed':30}{'hits':>8}{'median ms':>12}{'worst ms':>12}")
    for typed in TYPED:
        beginnings = [typed[:end] for end in range(1, len(typed) + 1)]
        row(typed, index, found_in, beginnings)
    row("… with one deleted", index, found_in, ["children assess", "children asses", "children asse"])
    print()


def row(title: str, index: Index, found_in: tuple[Document, ...], beginnings: list[str]) -> None:
    """Print how long the keystrokes take that make `beginnings`."""
    times = []
    hits = 0
    for _ in range(ROUNDS):
        index.find(Query.parse(""))
        for beginning in beginnings:
            took, hits = timed(lambda typed=beginning: keystroke(index, found_in, typed))  # type: ignore[misc]
            times.append(took)
    print(f"{title:30}{hits:>8,}{statistics.median(times):>12.2f}{max(times):>12.2f}")


def keystroke(index: Index, found_in: tuple[Document, ...], typed: str) -> int:
    """Do what the screen does when a key was typed, and return how many documents were found."""
    query = Query.parse(typed)
    hits = index.find(query)
    hits.after(found_in[len(found_in) // 2].key, 1)
    for place in hits.places[:SHOWN]:
        for text in found_in[place].texts:
            query.lit(text)
    if not hits:
        for term in index.absent(query)[:1]:
            index.nearest(term)
    return sum(hits.by_group.values())


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return how many milliseconds `work` took, and what it returned."""
    gc.collect()
    start = time.perf_counter()
    result = work()
    return (time.perf_counter() - start) * 1000, result


if __name__ == "__main__":
    main()
