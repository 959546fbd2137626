"""The briefing as JSON, held against its schema."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from briefing_tui.export.excerpt import Excerpt
from briefing_tui.export.record import json_lines
from briefing_tui.model.selection import Selection
from briefing_tui.model.tone import Tone

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing

SCHEMA = json.loads(files("briefing_tui").joinpath("schema/export.json").read_text(encoding="utf-8"))
WHOLE = Excerpt()
EXCERPTS = [
    WHOLE,
    Excerpt(Selection(tone=Tone.CONCERN)),
    Excerpt(Selection(tone=Tone.CONTEXT, area="OOH")),
    Excerpt(references=("V-1", "L-2", "I-1")),
]


def closed(schema: Any) -> Any:
    """Return `schema` so strict that a key it does not describe is a fault."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    own = {key: closed(value) for key, value in schema.items()}
    return own | {"additionalProperties": False} if own.get("type") == "object" else own


@pytest.mark.parametrize("excerpt", EXCERPTS, ids=str)
def test_it_is_what_the_schema_says(hackney: Briefing, excerpt: Excerpt) -> None:
    """What is written has every key of the schema and no other, narrowed or whole."""
    validator = Draft202012Validator(closed(SCHEMA), format_checker=Draft202012Validator.FORMAT_CHECKER)
    validator.check_schema(SCHEMA)
    written = json.loads("\n".join(json_lines(hackney, excerpt)))
    assert [error.message for error in validator.iter_errors(written)] == []


def test_it_has_everything(either: Briefing) -> None:
    """Every entry is in the whole record under its reference, with its quotations' own words."""
    written = json.loads("\n".join(json_lines(either)))
    held = {one["reference"]: one for name in written for one in listed(written[name])}
    held |= {one["reference"]: one for paragraph in written["letter"] for one in paragraph["sentences"]}
    assert set(held) == set(either.entries)
    for finding in either.findings:
        words = [one["words"] for one in held[finding.reference]["quotations"]]
        assert words == [quotation.text for quotation in finding.quotations]


def listed(value: Any) -> list[dict[str, Any]]:
    """Return the entries in `value`, if it is a list of them."""
    return [one for one in value if "reference" in one] if isinstance(value, list) else []


def test_a_narrowed_record_says_so(hackney: Briefing) -> None:
    """What is asked for is in `only`; the lists hold that alone, and areas and sources stay whole."""
    written = json.loads("\n".join(json_lines(hackney, Excerpt(references=("AA-5", "L-2")))))
    assert written["only"] == {"tone": None, "area": None, "point": None, "references": ["AA-5", "L-2"]}
    assert [one["reference"] for one in written["findings"]] == ["AA-5"]
    assert [one["reference"] for one in written["letter"][0]["sentences"]] == ["L-2"]
    assert (len(written["letter"]), written["glossary"]) == (1, [])
    assert len(written["areas"]) == len(hackney.areas)
