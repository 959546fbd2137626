"""Whatever a file holds, its problems are said and nothing else happens."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefing_tui.load.briefing import examine_briefing
from briefing_tui.model.coverage import coverage
from briefing_tui.model.outline import outline
from briefing_tui.model.relation import relations
from tests.conftest import INVENTED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DRAWN = settings(
    max_examples=250,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

TOKENS = [
    *"-?:,[]{}#&*!|>'\"%@`~=<\\ \n\t",
    *(
        "\n  ",
        "\n    ",
        ": ",
        "- ",
        "? ",
        " #",
        "---\n",
        "...\n",
        ">-\n",
        "|2\n",
        "<<: ",
        "!!int ",
        "&a ",
        "*a",
    ),
    *(
        "%YAML 1.1\n",
        "\\uD83D",
        "\x00",
        "\x1b]52;",
        "\x85",
        "\u2028",
        "\u202e",
        "\u200d",
        "e\u0301\u0301\u0301\u0301\u0301",
        '"\\e"',
        "\ufeff",
        "\uffff",
        "é",
        "\r\n",
    ),
    *(
        "format: 1\n",
        "title: ",
        "visit:\n  ",
        "sources: ",
        "letter: ",
        "file: ",
        "areas:\n- ",
        "{id: LC, name: x}",
    ),
    *(
        "findings:\n- ",
        "quote: ",
        "at: ",
        "bears_on: ",
        "point: PA-1",
        "tone: ",
        "2024-13-45",
        "no",
        "007",
        "LC-1",
    ),
]

VALID = INVENTED.read_text(encoding="utf-8")
LETTER = INVENTED.with_name(f"{INVENTED.stem}-letter.md")


@pytest.fixture(scope="module")
def examine(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], None]:
    """Give what writes a briefing file beside a real letter and sees that it is read or refused in order."""
    path: Path = tmp_path_factory.mktemp("fuzz") / "f.yaml"
    shutil.copy(LETTER, path.parent)

    def examined(data: bytes) -> None:
        path.write_bytes(data)
        briefing, problems = examine_briefing(path)
        lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for problem in problems:
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
            assert "\n" not in str(problem)
        assert (briefing is None) == any(problem.level == "error" for problem in problems)
        if briefing:
            assert coverage(briefing).total
            order = outline(briefing)
            for entry in briefing.entries.values():
                relations(briefing, entry)
                order.home(entry.reference)

    return examined


@given(soup=st.lists(st.sampled_from(TOKENS), max_size=40))
@DRAWN
def test_token_soup(examine: Callable[[bytes], None], soup: list[str]) -> None:
    """Any mixture of YAML's signs and of our keys is read or refused, each problem within the file."""
    examine("".join(soup).encode())


@given(data=st.data())
@DRAWN
def test_a_valid_file_with_pieces_changed(examine: Callable[[bytes], None], data: st.DataObject) -> None:
    """With pieces taken out, doubled or put in, a file is read or refused, and what is read can be shown."""
    text = VALID
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 60)))
        piece = data.draw(st.sampled_from(["", text[start:end] * 2, *TOKENS]))
        text = text[:start] + piece + text[end:]
    examine(text.encode())


@given(data=st.data())
@DRAWN
def test_a_valid_file_with_references_exchanged(
    examine: Callable[[bytes], None], data: st.DataObject
) -> None:
    """A valid file in which words have changed places is read or refused, and what is read can be shown."""
    words = VALID.split(" ")
    names = [index for index, word in enumerate(words) if word.strip("[]{},\n").isupper()]
    for _ in range(data.draw(st.integers(1, 3))):
        one, other = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(names))
        name, new = words[one].strip("[]{},\n"), words[other].strip("[]{},\n").split("\n")[0]
        words[one] = words[one].replace(name, new)
    examine(" ".join(words).encode())


@given(data=st.data())
@DRAWN
def test_a_valid_file_with_bytes_changed(examine: Callable[[bytes], None], data: st.DataObject) -> None:
    """A valid file with a byte changed or the rest cut off is read or refused, never half of it shown."""
    encoded = bytearray(VALID.encode())
    position = data.draw(st.integers(0, len(encoded) - 1))
    if data.draw(st.booleans()):
        encoded[position] = data.draw(st.integers(0, 255))
    else:
        del encoded[position:]
    examine(bytes(encoded))
