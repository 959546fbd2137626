"""The web page, in a real browser."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from markupsafe import escape
from pypdf import PdfReader

from briefing_tui.export.excerpt import Excerpt
from briefing_tui.export.page import html_lines, html_sheet
from briefing_tui.model.entry import Finding, Sentence
from briefing_tui.model.selection import Selection
from briefing_tui.model.tone import Tone
from tests.export.test_sheet import large
from tests.test_floors import loaded_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from briefing_tui.model.briefing import Briefing

WHOLE = Excerpt()
PART = Excerpt(Selection(point="PA-1"))
ENTRIES = Excerpt(references=("CSV-1", "V-1", "PA-1", "L-3", "P-1", "G-1"))
RULES = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
"""With the rules that are on by default, the one for a contrast of 7:1."""


def written(briefing: Briefing, excerpt: Excerpt | None) -> str:
    """Return the page of `excerpt`, or the one page if it is None."""
    return "\n".join(html_lines(briefing, excerpt) if excerpt is not None else html_sheet(briefing))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a blank page; what it says on its console, or asks for on the network, is a fault."""
    context = browser.new_context()
    faults: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("request", lambda request: faults.append(request.url) if "://" in request.url else None)
    yield page
    context.close()
    assert [fault for fault in faults if not fault.startswith("file:")] == []


def test_a_page_of_nothing(hackney: Briefing) -> None:
    """Where no finding is all of what is asked for, the page says what was asked and holds nothing else."""
    excerpt = Excerpt(Selection(tone=Tone.CONCERN, area="MASH"))
    assert not excerpt.of(hackney).panes
    html = written(hackney, excerpt)
    assert f"<h1>{escape(hackney.title)}</h1>" in html
    assert f'<p class="told">{escape(excerpt.told(hackney))}</p>' in html
    assert html.partition('<main id="main">')[2].split() == ["</main>", "</body>", "</html>"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "excerpt", [pytest.param(WHOLE, marks=pytest.mark.slow), PART, ENTRIES, None], ids=str
)
@pytest.mark.parametrize("name", ["hackney", "nasty"])
def test_no_accessibility_fault(
    page: Page, name: str, excerpt: Excerpt | None, scheme: str, request: pytest.FixtureRequest
) -> None:
    """axe-core finds no violation, a contrast of 7:1 included, in light and in dark, hostile text or not."""
    if name == "hackney" and excerpt in (PART, ENTRIES):
        excerpt = Excerpt(Selection(point="I-2")) if excerpt == PART else Excerpt(references=("AA-5", "G-1"))
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_content(written(request.getfixturevalue(name), excerpt))
    found = Axe().run(page, options=RULES)
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []


@pytest.mark.parametrize("excerpt", [WHOLE, PART, ENTRIES, None], ids=str)
def test_every_anchor_resolves(page: Page, nasty: Briefing, excerpt: Excerpt | None) -> None:
    """Every link within the page, and every quotation's source, is there exactly once."""
    page.set_content(written(nasty, excerpt))
    targets = page.eval_on_selector_all("a[href^='#']", "all => all.map(one => one.getAttribute('href'))")
    cited = page.eval_on_selector_all("blockquote", "all => all.map(one => one.getAttribute('cite'))")
    names = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert len(names) == len(set(names))
    assert {target.removeprefix("#") for target in (*targets, *cited)} <= set(names)
    assert (len(targets) > 0, len(cited) > 0) == (excerpt is not None, excerpt is not None)


def test_every_reference_is_an_anchor(page: Page, hackney: Briefing) -> None:
    """Everything with a reference is found under it; a finding's article holds its words and its place."""
    page.set_content(written(hackney, WHOLE))
    names = set(page.eval_on_selector_all("[id]", "all => all.map(one => one.id)"))
    assert set(hackney.entries) <= names
    for finding in (*hackney.headlines, *hackney.findings):
        article = page.locator(f"article[id='{finding.reference}']")
        assert f"{finding.tone.mark} {finding.tone.value}" in article.locator("h4").inner_text()
        quotation = finding.quotations[0]
        assert article.locator("blockquote").inner_text() == str(quotation)
        assert article.locator(".place").inner_text() == f"— Ofsted’s letter: {quotation.place}"


def test_a_quotation_leads_to_its_sentence(page: Page, hackney: Briefing) -> None:
    """The place below a quotation leads to the sentence of the letter in which the words begin."""
    page.set_content(written(hackney, WHOLE))
    for entry in hackney.entries.values():
        if isinstance(entry, Finding):
            target = page.locator(f"article[id='{entry.reference}'] .place a").get_attribute("href")
            sentence = hackney.entries[str(target).removeprefix("#")]
            assert isinstance(sentence, Sentence)
            assert entry.quotations[0].text.startswith(sentence.quotations[0].text[:20])


@pytest.mark.parametrize("name", ["hackney", "nasty"])
@pytest.mark.parametrize("excerpt", [WHOLE, None], ids=str)
def test_a_narrow_screen(
    page: Page, name: str, excerpt: Excerpt | None, request: pytest.FixtureRequest
) -> None:
    """At 320 pixels nothing has to be scrolled sideways, the longest word included."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.set_content(written(request.getfixturevalue(name), excerpt))
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("excerpt", [WHOLE, ENTRIES, None], ids=str)
def test_nothing_acts(page: Page, nasty: Briefing, excerpt: Excerpt | None) -> None:
    """No text of a hostile briefing becomes an element, an attribute, a script or a link that acts."""
    page.set_content(written(nasty, excerpt))
    assert page.locator("script, img, iframe, [onerror], [onmouseover]").count() == 0
    addresses = page.eval_on_selector_all("a", "all => all.map(one => one.href)")
    assert [one for one in addresses if not one.startswith(("about:blank#", "https://example.org/"))] == []
    assert "<script>alert('title')</script>" in page.locator("h1").inner_text()


def test_no_script_even_if_one_got_in(browser: Browser, hackney: Briefing) -> None:
    """The page's own policy stops a script that somebody adds to it."""
    page = browser.new_page()
    policed = written(hackney, None).replace("</h1>", "</h1><img src='x:' onerror='document.title=1'>")
    with page.expect_console_message() as said:
        page.set_content(policed.replace("</main>", "<script>document.title = 2</script></main>"))
    assert "Content Security Policy" in said.value.text
    assert page.title() == hackney.title
    page.close()


@pytest.mark.parametrize("times", [0, 1, 3, 30])
def test_the_one_page_is_one_page(page: Page, hackney: Briefing, nasty: Briefing, times: int) -> None:
    """Printed on A4 the one page is exactly one, and in the whole it comes first and alone."""
    briefing = large(hackney, times) if times else nasty
    page.set_content(written(briefing, None))
    (printed,) = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert [round(float(side)) for side in printed.mediabox[2:]] in ([595, 842], [596, 842])
    assert "Source: " in printed.extract_text()
    if times < 2:
        page.set_content(written(briefing, WHOLE))
        first, second, *_ = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert "Source: " in first.extract_text()
        assert second.extract_text().startswith("Headlines")


def test_the_keyboard_skips_the_contents(page: Page, hackney: Briefing) -> None:
    """The first Tab shows the link that skips the contents, and Enter leads past them."""
    page.set_content(written(hackney, WHOLE))
    page.keyboard.press("Tab")
    link = page.locator("a.skip")
    assert link.evaluate("one => one === document.activeElement && one.getBoundingClientRect().left >= 0")
    assert link.get_attribute("href") == "#main"
    assert page.locator("main#main").count() == 1


def test_only_the_page_needs_the_template_engine() -> None:
    """Jinja2 is loaded for the web page and for nothing else."""
    code = "from briefing_tui.cli.main import main\nmain(['show', 'V-1', '--format', '{}'])"
    for wanted, loaded in (
        ("html", True),
        ("text", False),
        ("markdown", False),
        ("json", False),
        ("csv", False),
    ):
        assert ("jinja2" in loaded_by(code.format(wanted))) is loaded


def test_the_same_in_a_file(page: Page, hackney: Briefing, tmp_path: Path) -> None:
    """Opened from a file, the page asks for nothing else and has the briefing's title."""
    file = tmp_path / "briefing.html"
    file.write_text(written(hackney, WHOLE), encoding="utf-8")
    page.goto(file.as_uri())
    assert page.title() == hackney.title
