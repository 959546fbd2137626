"""The briefing as Markdown, read by a Markdown reader."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing_tui.export.commonmark import escaped, heading, paragraph
from briefing_tui.export.excerpt import Excerpt
from briefing_tui.export.markdown import markdown_lines
from briefing_tui.model.selection import Selection
from briefing_tui.model.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from briefing_tui.model.briefing import Briefing

READER = MarkdownIt("gfm-like")
EXCERPTS = [
    Excerpt(),
    Excerpt(references=("AA-5", "V-1", "L-57", "I-2")),
    Excerpt(Selection(tone=Tone.CONCERN, point="I-2")),
]
MARKS = "* _ ` ~~ [x] (y) <b> </b> &amp; # - + = > 1. 2) \\ | $x$ :smile: ! “ 漢字 word"
SOUP = st.lists(
    st.sampled_from([*MARKS.split(), "https://a.b/c", "www.a.b", "a@b.cd", " ", " ", " "]), max_size=60
).map("".join)


def inline(tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens within lines."""
    for token in tokens:
        yield from inline(token.children) if token.children else iter([token])


def shown(lines: list[str]) -> str:
    """Return the text that a reader sees, white space folded."""
    tokens = inline(READER.parse("\n".join(lines)))
    return " ".join(" ".join(token.content if token.type != "softbreak" else " " for token in tokens).split())


@given(SOUP, st.sampled_from(["", "> ", "  "]))
@example("=== 1. - + # > ---", "")
@settings(max_examples=400, derandomize=True)
def test_text_is_shown_as_it_is(text: str, first: str) -> None:
    """Whatever a text holds, a reader sees that text: no list, heading, link, code or tag comes of it."""
    tokens = READER.parse("\n".join(paragraph(escaped(text), first)))
    kinds = {token.type for token in tokens}
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "blockquote_open", "blockquote_close"}
    parts = [" " if token.type == "softbreak" else token.content for token in inline(tokens)]
    assert {token.type for token in inline(tokens)} <= {"text", "text_special", "softbreak", *kinds}
    assert " ".join("".join(parts).split()) == " ".join(text.split())


@given(SOUP.filter(lambda text: text.strip()))
@settings(max_examples=200, derandomize=True)
def test_a_heading_is_one(text: str) -> None:
    """A heading is a heading, on one line of at most 80 characters where there is a space to cut at."""
    line = heading(3, " ".join(text.split()))
    assert [token.type for token in READER.parse(line)] == ["heading_open", "inline", "heading_close"]
    assert len(line) <= 80 or " " not in line[80:]


@pytest.mark.parametrize("text", ["Visit #", "Visit ##", "#", "# #", "C#", r"Visit \#", "Visit # # #"])
def test_a_heading_keeps_its_end(text: str) -> None:
    """Number signs at the end of a heading are shown, not taken for Markdown's way to close one."""
    tokens = READER.parse(heading(1, text))
    assert "".join(token.content for token in inline(tokens)) == text


@pytest.mark.parametrize(
    "excerpt", [pytest.param(EXCERPTS[0], marks=pytest.mark.slow), *EXCERPTS[1:]], ids=str
)
def test_markdownlint_finds_nothing(hackney: Briefing, excerpt: Excerpt, tmp_path: Path) -> None:
    """The linter with its default rules finds nothing to say, of the whole and of a part."""
    assert lint(tmp_path, hackney, excerpt) == ""


@pytest.mark.slow
def test_markdownlint_finds_nothing_hostile(nasty: Briefing, tmp_path: Path) -> None:
    """Nor does it where every text tries to be markup."""
    assert lint(tmp_path, nasty, Excerpt()) == ""


def lint(folder: Path, briefing: Briefing, excerpt: Excerpt) -> str:
    """Return what the linter says of the document, by the rules of markdownlint."""
    file = folder / "briefing.md"
    file.write_text("\n".join(markdown_lines(briefing, excerpt)) + "\n", encoding="utf-8")
    linter = Path(sys.executable).with_name("pymarkdown")
    done = subprocess.run(
        [linter, "--no-json5", "scan", str(file)], capture_output=True, text=True, check=False, timeout=120
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("excerpt", EXCERPTS, ids=str)
def test_every_link_leads_somewhere(hackney: Briefing, excerpt: Excerpt) -> None:
    """A link within the document leads to a heading that is there; other links are the sources' addresses."""
    tokens = READER.parse("\n".join(markdown_lines(hackney, excerpt)))
    headings = {
        following.content.lower() for token, following in pairwise(tokens) if token.type == "heading_open"
    }
    targets = {str(token.attrs["href"]) for token in inline(tokens) if token.type == "link_open"}
    assert {target.removeprefix("#") for target in targets if target.startswith("#")} <= headings
    assert {target for target in targets if not target.startswith("#")} <= {
        source.url for source in hackney.sources.values()
    }
    assert targets


def test_nothing_hostile_links(nasty: Briefing) -> None:
    """No text of a hostile briefing becomes a link, an image or a tag."""
    tokens = list(inline(READER.parse("\n".join(markdown_lines(nasty)))))
    targets = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert [target for target in targets if not target.startswith("#")] == []
    assert not {token.type for token in tokens} & {"image", "html_inline", "code_inline", "s_open", "em_open"}


def test_quotations_are_quoted(hackney: Briefing) -> None:
    """Every quotation stands in a block of its own with its signature, and reads as it was published."""
    text = shown(list(markdown_lines(hackney)))
    for finding in hackney.findings:
        for quotation in finding.quotations:
            assert f"The letter’s words: {quotation} — Ofsted’s letter: {quotation.place}" in text
