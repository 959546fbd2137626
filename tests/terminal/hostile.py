"""A briefing every text of which carries what could act on a terminal, pass for markup, or shift a line."""

from __future__ import annotations

import json
from itertools import cycle
from typing import TYPE_CHECKING, Any

import yaml

from tests.conftest import INVENTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ACTING = (
    "\x1b]52;c;b3duZWQ=\x07",
    "\x1b]0;owned\x07",
    "\x1b[31mred\x1b[2J",
    "\x9b2J",
    "\x1bP1;1|17/ab\x9c",
    "\x1b[?1049l",
    "\x07\x08\x7f\x0e",
    "\u202egnp\u202c",
    "\u2066x\u2069",
    "z\u200bw",
    "x\u2028y",
    "\U000e0041",
)
"""What acts on a terminal, or hides."""

MARKUP = ("[/]", "[/nope]", "[red]r[/red]", "[@click=app.screenshot('x.svg','.')]c[/]", "see [1] [A-3]")
"""What Textual would take for markup."""

WIDE = ("a" + "\u0301" * 30, "漢字", "👩\u200d💻", "क\u094dषि", "עברית", "✊🏽", "☎\ufe0f")
"""What terminals do not agree about."""

_TEXTS = {
    "title", "subject", "authority", "kind", "framework", "name", "role", "publisher", "label", "summary",
    "note", "event", "meaning", "expansion", "term", "reason",
}  # fmt: skip
_LONGEST = 90


def write_hostile(folder: Path, payloads: Sequence[str] = (*ACTING, *MARKUP, *WIDE)) -> Path:
    """Write the briefing and its letter into `folder`; return the file of the briefing.

    Every short text carries one of `payloads`, and every note all of them.
    """
    text = INVENTED.read_text(encoding="utf-8")
    briefing = yaml.load(text, yaml.BaseLoader)  # noqa: S506 (nothing but strings, from our own file)
    _lace(briefing, payloads, cycle(payloads))
    quote = "Records that act:"
    acting = " ".join((quote, *ACTING, *MARKUP, *WIDE)) + " end here."
    briefing["findings"].append(
        {"id": "CLA-9", "areas": ["CLA"], "tone": "concern", "summary": "See [/] and [red].", "quote": acting}
    )
    file = folder / "hostile.yaml"
    file.write_text(_escaped(json.dumps(briefing, ensure_ascii=False)), encoding="utf-8")
    letter = briefing["sources"]["letter"]["file"]
    body = INVENTED.with_name(letter).read_text(encoding="utf-8")
    body = body.replace("\n\nWe thank", f"\n- {acting}\n\nWe thank", 1)
    (folder / letter).write_text(body, encoding="utf-8")
    return file


def _escaped(text: str) -> str:
    """Return YAML in which what cannot be printed is written as its number."""
    return "".join(one if one.isprintable() else f"\\U{ord(one):08X}" for one in text)


def _lace(node: Any, payloads: Sequence[str], turn: Iterator[str]) -> None:
    """Add the payload whose turn it is to every short text below `node`, and all of them to every note."""
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in [*items]:
        if not isinstance(value, str):
            _lace(value, payloads, turn)
        elif key in ("note", "meaning", "event", "reason"):
            node[key] = " ".join((value, *payloads))
        elif key in _TEXTS and len(value) < _LONGEST:
            room = _LONGEST - len(value) if key == "summary" else None
            node[key] = value + next(turn)[:room]
