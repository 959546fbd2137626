"""Plain text as Markdown: what would be markup is escaped, what is long is wrapped."""

from __future__ import annotations

import re
from textwrap import wrap

WIDTH = 80
"""Characters a line, as markdownlint's defaults have it; longer only where there is no space."""

_INLINE = re.compile(
    r"[\\`*_\[\]<|~$]"  # emphasis, code, links, tags, tables; `$` is a formula on GitHub
    r"|&(?=#?\w+;)"  # an entity
    r"|:(?=\w+:|//)"  # an emoji's short name, an address that would become a link
    r"|(?<=\bwww)\."  # likewise
)
_AT = re.compile(r"(?<=\w)@(?=\w)")
_BULLET = re.compile(r"(?P<digits>\d{1,9})(?P<mark>[.)])(?=\s|$)|[-+=#>]")
_PUNCTUATION = tuple(".,;:!。，；：！")
_ADDRESS = re.compile(r"https?://[^\s<>]+")


def escaped(text: str) -> str:
    """Return `text` so that Markdown shows it as it is, wherever in a line it stands but at its start."""
    return _AT.sub("&#64;", _INLINE.sub(r"\\\g<0>", text))


def address(url: str) -> str:
    """Return `url` as a link if it is one that can do no harm, else as text."""
    return f"<{url}>" if _ADDRESS.fullmatch(url) else escaped(url)


def paragraph(text: str, first: str = "", hang: str | None = None) -> list[str]:
    """Return `text`, escaped already, as lines after the prefix `first`, the later ones after `hang`."""
    hang = first if hang is None else hang
    room = WIDTH - max(len(first), len(hang)) - 1  # for the backslash that a line may get
    lines = wrap(" ".join(text.split()), room, break_long_words=False, break_on_hyphens=False)
    return [f"{hang if number else first}{_at_start(line)}" for number, line in enumerate(lines)]


def heading(level: int, text: str) -> str:
    """Return a heading of one line; what is too long for it ends in an ellipsis."""
    room = WIDTH - level - 1
    line = escaped(text)
    if line.endswith("#"):  # which would close the heading
        line = f"{line[:-1]}\\#"
    if len(line) > room and " " in line[room:]:
        line = f"{line[: room - 1].rsplit(' ', 1)[0]} …"
    if line.endswith(_PUNCTUATION):
        line = f"{line[:-1].removesuffix(chr(92))}&#{ord(line[-1])};"
    return f"{'#' * level} {line}"


def _at_start(line: str) -> str:
    """Escape what makes a list, a heading or a quotation of the line it begins."""
    match = _BULLET.match(line)
    if not match:
        return line
    if match["digits"]:
        return f"{match['digits']}\\{line[match.start('mark') :]}"
    return f"\\{line}"
