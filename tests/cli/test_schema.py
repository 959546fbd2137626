"""`briefing schema`: what an editor is told is what the program reads."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

from briefing_tui.load.briefing import examine_briefing
from briefing_tui.load.fields import Fields
from briefing_tui.load.node import Scalar, Sequence
from briefing_tui.load.problems import Problems
from briefing_tui.load.text import read_text
from briefing_tui.load.yaml import read_yaml
from briefing_tui.paths import bundled_briefing
from tests.cli.program import out, run
from tests.conftest import INVENTED, NASTY

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_tui.load.node import Node

BROKEN = Path(__file__).parent.parent / "load" / "broken"
STARTER = Path(__file__).parents[2] / "briefing_tui" / "starter" / "briefing.yaml"
SCHEMA: dict[str, Any] = json.loads("\n".join(out(run("schema"))))
TOLD = {
    "area-id",
    "empty-value",
    "format",
    "missing-key",
    "no-area",
    "press-source",
    "reference",
    "reserved",
    "shape",
    "too-long",
    "unknown-key",
}
"""The rules that a schema can hold a file to by itself."""


def as_an_editor_has_it(node: Node) -> Any:
    """Return a node as YAML 1.2 reads it, which editors do: digits are a number, `yes` is a word."""
    if isinstance(node, Scalar):
        return int(node.text) if re.fullmatch(r"\d{1,9}", node.text) else node.text
    if isinstance(node, Sequence):
        return [as_an_editor_has_it(item) for item in node.items]
    return {key: as_an_editor_has_it(value) for key, value in node.values.items()}


def rules(file: Path) -> set[str]:
    """Return the rules that a broken file breaks."""
    told = file.with_suffix(".txt").read_text(encoding="utf-8")
    return set(re.findall(r"\(([a-z-]+)\)$", told, re.MULTILINE))


def faults(file: Path) -> list[str]:
    """Return what an editor would underline in `file`."""
    root = as_an_editor_has_it(read_yaml(read_text(file), Problems(file.name)))
    return [error.json_path for error in Draft7Validator(SCHEMA).iter_errors(root)]


def test_it_is_a_schema() -> None:
    """What is printed is a JSON Schema of the draft that editors know."""
    Draft7Validator.check_schema(SCHEMA)


def test_the_other_schema() -> None:
    """`briefing schema export` describes what `show --format json` writes."""
    assert json.loads("\n".join(out(run("schema", "export"))))["properties"]["format"] == {"const": 1}


@pytest.mark.parametrize("file", [bundled_briefing(), INVENTED, NASTY, STARTER], ids=lambda file: file.name)
def test_an_editor_finds_no_fault(file: Path) -> None:
    """A file that opens has nothing underlined."""
    assert faults(file) == []


@pytest.mark.parametrize(
    "file",
    [
        file
        for file in sorted(BROKEN.glob("*.yaml"))
        if rules(file) & TOLD and file.stem not in ("empty", "shape-of-file")  # no mapping to look at
    ],
    ids=lambda file: file.stem,
)
def test_an_editor_finds_the_fault(file: Path) -> None:
    """A file broken in a way that needs no letter to see has something underlined."""
    assert faults(file) != []


def test_keys_are_those_that_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each group of keys in the schema has the keys that the program asks for, and needs those it needs."""
    groups: dict[str, dict[Fields, dict[str, bool]]] = defaultdict(lambda: defaultdict(dict))

    def listening(read: Callable[..., Any]) -> Callable[..., Any]:
        def listen(fields: Fields, key: str, *, required: bool = True, **options: Any) -> Any:
            groups[fields.what][fields][key] = required
            return read(fields, key, required=required, **options)

        return listen

    for name in ("value", "scalar", "text"):
        monkeypatch.setattr(Fields, name, listening(getattr(Fields, name)))
    (tmp_path / "more.yaml").write_text(MORE, encoding="utf-8")
    for file in (bundled_briefing(), INVENTED, tmp_path / "more.yaml"):
        examine_briefing(file)
    del groups["list of sources"]  # the keys are the author's own
    described: dict[str, list[dict[str, Any]]] = {what: [SCHEMA["definitions"].get(what)] for what in groups}
    described["source"] = [SCHEMA["definitions"]["letter"], SCHEMA["definitions"]["press source"]]
    for what, read in groups.items():
        keys = {key for group in read.values() for key in group}
        needed = {key for key in keys if all(group.get(key) for group in read.values())}
        assert keys == {key for one in described[what] for key in one["properties"]}, what
        assert needed == set.intersection(*(set(one["required"]) for one in described[what])), what


MORE = """\
visit: {priority_actions: [{id: PA-1}]}
timeline: [{source: letter, quote: x}]
sources: {letter: {}}
"""
