"""YAML as located values: what is written is what is read, and what could mean two things is refused."""

from __future__ import annotations

import pytest

from briefing_tui.character import harmless
from briefing_tui.errors import InvalidBriefingError
from briefing_tui.load.node import Mapping, Place, Scalar, Sequence
from briefing_tui.load.problems import Problems
from briefing_tui.load.yaml import DEEPEST, MOST_NODES, read_yaml


def read(text: str) -> tuple[Mapping, list[str]]:
    """Return what `text` holds and the problems, each as `line:column rule`."""
    problems = Problems("f")
    mapping = read_yaml(harmless(text), problems)
    return mapping, [f"{one.line}:{one.column} {one.rule}" for one in problems.found]


def refusals(text: str) -> list[str]:
    """Return why `text` is not read, each as `line:column rule`."""
    with pytest.raises(InvalidBriefingError) as caught:
        read(text)
    return [f"{one.line}:{one.column} {one.rule}" for one in caught.value.problems]


def value(text: str) -> str:
    """Return the single value of the key `a` in `text`."""
    node = read(text)[0].values["a"]
    assert isinstance(node, Scalar)
    return node.text


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "on",
        "~",
        "null",
        "007",
        "0o17",
        "1.10",
        "1_000",
        "1e3",
        ".inf",
        "12:30:00",
        "2022-10-26",
        "2024-13-45",
        "=",
        "© Crown copyright",
    ],
)
def test_a_value_is_what_is_written(written: str) -> None:
    """No value is turned into a truth value, a number or a date behind the author's back."""
    assert value(f"a: {written}") == written
    assert value(f'a: "{written}"') == written


def test_folded_and_literal_text() -> None:
    """A folded text is one line, a literal one keeps its lines, as YAML has it."""
    assert value("a: >-\n  one\n  two\n") == "one two"
    assert value("a: |\n  one\n  two\n") == "one\ntwo\n"


def test_everything_has_its_place() -> None:
    """Each key and each value knows its line and column, counted from 1."""
    mapping, _ = read("a: x\nb:\n  - é: y\n    c: [z]\n")
    items = mapping.values["b"]
    assert isinstance(items, Sequence)
    (item,) = items.items
    assert isinstance(item, Mapping)
    assert Place.of(mapping.keys["b"]) == (2, 1)
    assert mapping.values["a"].place == (1, 4)
    assert (Place.of(item.keys["é"]), item.values["é"].place, item.values["c"].place) == (
        (3, 5),
        (3, 8),
        (4, 8),
    )


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", "1:1 empty"),
        ("# a comment\n", "1:1 empty"),
        ("just words\n", "1:1 shape"),
        ("\n- a\n", "2:1 shape"),
        ("a: 1\n---\nb: 2\n", "2:1 second-document"),
        ("a: &x [1]\n", "1:4 alias"),
        ("a: 1\nb: *x\n", "2:4 alias"),
        ("&x a: 1\n", "1:1 alias"),
        ("a: !!int xyz\n", "1:4 tag"),
        ("a: !!int ''\n", "1:4 tag"),
        ("a: !!timestamp x\n", "1:4 tag"),
        ("a: !!python/object:os.system x\n", "1:4 tag"),
        ("<<: {a: 1}\n", "1:1 key"),
        ("? [a]\n: 1\n", "1:3 key"),
        ("a: 1\n b: 2\n", "2:3 yaml"),
        ("a: 'open\n", "1:4 yaml"),
        ("a: b: c\n", "1:5 yaml"),
        ("a: [1, 2\nb: 3\n", "2:2 yaml"),
        ('a: "\\uD83D"\n', "1:7 yaml"),
        ("a: b\nc: @\n", "2:4 yaml"),
        ("%YAML 3.0\n---\na: 1\n", "1:1 yaml"),
    ],
)
def test_what_is_not_read(text: str, refused: str) -> None:
    """What leaves no tree, or could mean two things, is refused with its place."""
    assert refusals(text) == [refused]


def test_a_repeated_key_names_both_places_and_the_rest_is_read() -> None:
    """The second of two equal keys is a problem that names the first, and reading goes on."""
    problems = Problems("f")
    mapping = read_yaml("a: 1\nb: 2\na: 3\n", problems)
    (problem,) = problems.found
    assert (problem.line, problem.column, problem.rule) == (3, 1, "repeated-key")
    assert "`a` stands at line 1 already" in problem.message
    first = mapping.values["a"]
    assert isinstance(first, Scalar)
    assert first.text == "1"


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_depth_is_limited(opening: str, closing: str) -> None:
    """Nesting up to the limit is read; one deeper, or a million deep, is refused at once."""
    fits = DEEPEST - 1
    assert read(f"a: {opening * fits}{closing * fits}")[1] == []
    place = 4 + len(opening) * fits
    assert refusals(f"a: {opening * (fits + 1)}{closing * (fits + 1)}") == [f"1:{place} too-deep"]
    (refusal,) = refusals(f"a: {opening * 1_000_000}")
    assert refusal in (f"1:{place} too-deep", "1:1003 too-deep")  # the latter where libyaml counts, too


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    """A small file cannot grow large: the first anchor ends the reading."""
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    assert refusals("\n".join(lines)) == ["1:5 alias"]


def test_too_many_values_are_refused() -> None:
    """A file of more values than a library of letters would need is refused, not read for minutes."""
    (refused,) = refusals("a: [" + "x," * MOST_NODES + "]")
    assert refused.endswith("too-many-values")


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: issue #5\n", "1:9"), ("a:\n  - one #two\n", "2:8"), ("a: b\nc: one\n  two #three\n", "3:6")],
)
def test_a_value_cut_by_a_comment_warns(text: str, place: str) -> None:
    """Where `#` and a word end a value, the author probably meant them to belong to it."""
    assert read(text)[1] == [f"{place} cut-by-comment"]


@pytest.mark.parametrize(
    "text", ["a: b # a comment\n", "a: 'issue #5'\n", "a: b#c\n", "a: b #\n", "#a\na: >-\n  b #c\n"]
)
def test_other_signs_do_not_warn(text: str) -> None:
    """A comment with a space, a quoted value, and text in which `#` is only a sign are left alone."""
    assert read(text)[1] == []


@pytest.mark.parametrize(
    "escape", ["\\e]52;c;aGk=\\a", "\\x1b[2J", "\\x9b2J", "\\u202e", "\\0", "\\u2028", "\\u200b"]
)
def test_escapes_cannot_smuggle_what_acts_on_a_terminal(escape: str) -> None:
    """A character that could act, written as an escape, is replaced like one written plainly."""
    text = value(f'a: "x{escape}y"')
    assert text.startswith("x\N{REPLACEMENT CHARACTER}")
    assert harmless(text) == text
