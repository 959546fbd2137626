"""The briefing file of a draft, for a person to go on with: one key a line, the reason beside each guess."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing_tui.draft.entry import BriefingDraft, FindingDraft, PointDraft, Quote
    from briefing_tui.draft.identity import Identity

_HEAD = """\
# A first draft, made from the letter by rules. Every quotation is the letter's own; what follows `#`
# says why a guess was made. To do, entry by entry:
#
# 1. `summary`: so far the first words of the quotation. Say in plain words of yours what it means.
# 2. `areas`, `tone` and `bears_on`: correct what is wrong. Tone: strength, concern, mixed or context.
#    As: evidence, cause, effect, mitigation or counter-evidence.
# 3. Merge or cut findings where the letter makes one point, or two.
# 4. When a person has read all of it, take out the line `coded: draft`.
#
# `briefing check` says what is wrong with the file and which sentences are no longer quoted.
"""
_WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z0-9£(‘“][^\n\t]*")
_NOT_PLAIN = re.compile(r": |:$| #|^(?:yes|no|true|false|null|on|off)$", re.IGNORECASE)


def file_text(draft: BriefingDraft, letter_file: str) -> str:
    """Return the text of the briefing file; the letter's is to lie beside it as `letter_file`."""
    return "\n".join((_HEAD, *_lines(draft, letter_file), ""))


def _lines(draft: BriefingDraft, letter_file: str) -> Iterator[str]:
    identity = draft.identity
    yield "format: 1"
    yield "coded: draft"
    yield f"title: {_scalar(identity.title)}"
    yield f"subject: {_scalar(identity.subject)}"
    yield f"authority: {_scalar(identity.authority or 'Not found')}"
    yield from _visit(draft)
    yield from _people(identity)
    yield from _source(identity, letter_file)
    yield from ("", "areas:")
    for key, name in draft.areas:
        yield from (f"  - id: {key}", f"    name: {_scalar(name)}", "")
    yield from _list("context", [list(_context(draft))])
    yield from _list("headlines", [list(_finding(one)) for one in draft.headlines])
    yield from _list("findings", [list(_finding(one)) for one in draft.findings])
    yield from _list("improvements", [list(_point(one, "  ")) for one in draft.improvements])
    yield from _timeline(identity)


def _list(key: str, entries: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the list `key`; findings must be there even when there are none, other lists need not."""
    lines = [line for entry in entries for line in entry]
    if lines:
        yield f"{key}:"
        yield from lines
    elif key == "findings":
        yield from (f"{key}: []", "")


def _visit(draft: BriefingDraft) -> Iterator[str]:
    identity = draft.identity
    days = identity.visit
    first, last = (days.first, days.last) if days else (identity.published, identity.published)
    remark = (
        f"  # the letter: {_comment(days.written)}" if days else "  # not found: the letter's date stands in"
    )
    yield from ("", "visit:", "  kind: focused visit", "  framework: ILACS")
    if first and last:
        yield f"  from: {min(first, last)}{remark}"
        yield f"  to: {max(first, last)}"
    yield "  graded: no"
    if not draft.priorities:
        yield from ("  priority_actions: none", "")
        return
    yield "  priority_actions:"
    for one in draft.priorities:
        yield from _point(one, "    ")


def _people(identity: Identity) -> Iterator[str]:
    if identity.people:
        yield "people:"
    for one in identity.people:
        yield f"  - name: {_scalar(one.name)}"
        yield f"    role: {_scalar(one.role)}"
        yield f"    part: {one.part}"
        yield ""


def _source(identity: Identity, letter_file: str) -> Iterator[str]:
    published = identity.published
    yield from ("sources:", "  letter:", f"    title: {_scalar(identity.title)}", "    publisher: Ofsted")
    if published:
        yield f"    date: {published}"
        cited = f"Ofsted, {identity.authority} focused visit, {published.day} {published:%B %Y}"
        yield f"    citation: {_scalar(cited)}"
    yield f"    file: {_scalar(letter_file)}"
    yield "    rights: © Crown copyright"


def _context(draft: BriefingDraft) -> Iterator[str]:
    for one in draft.context:
        yield f"  - id: {one.reference}"
        yield f"    label: {_scalar(one.label)}"
        yield f"    summary: {_scalar(one.summary)}"
        yield from _quote(one.quote, "    ")
        yield ""


def _finding(one: FindingDraft) -> Iterator[str]:
    hedges = f"; hedged: {', '.join(one.tone.hedges)}" if one.tone.hedges else ""
    yield f"  - id: {one.reference}"
    yield f"    areas: [{', '.join(one.area.areas)}]  # {_comment(one.area.reason)}"
    yield f"    tone: {one.tone.tone.value}  # {_comment(one.tone.reason + hedges)}"
    yield f"    summary: {_scalar(one.summary)}"
    yield from _quote(one.quote, "    ")
    if one.findings:
        yield f"    findings: [{', '.join(one.findings)}]  # by words in common"
    if one.points:
        pairs = ", ".join(f"{{point: {guess.point}, as: {guess.bearing.value}}}" for guess in one.points)
        reasons = "; ".join(f"{guess.point} from {guess.reason}" for guess in one.points)
        yield f"    bears_on: [{pairs}]  # {_comment(reasons)}"
    yield ""


def _point(one: PointDraft, indent: str) -> Iterator[str]:
    yield f"{indent}- id: {one.reference}"
    yield from _quote(one.quote, f"{indent}  ")
    yield ""


def _quote(quote: Quote, indent: str) -> Iterator[str]:
    yield f"{indent}quote: >-"
    for line in wrap(quote.text, _WIDTH - len(indent) - 2, break_long_words=False, break_on_hyphens=False):
        yield f"{indent}  {line}"
    if quote.at:
        yield f"{indent}at: {_scalar(quote.at)}"


def _timeline(identity: Identity) -> Iterator[str]:
    visit, published = identity.visit, identity.published
    events = [(visit.first, "The focused visit begins.")] if visit else []
    if published:
        events.append((published, "The date of Ofsted's letter."))
    if events:
        yield "timeline:"
    for day, event in events:
        yield from (f"  - date: {day}", f"    event: {event}", "    source: letter", "")


def _scalar(text: str) -> str:
    """Return `text` as YAML on one line, in quotation marks where it needs them."""
    if _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text) and text == text.strip():
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _comment(text: str) -> str:
    """Return `text` as it may stand behind a `#`, on one line."""
    return " ".join(text.split())
