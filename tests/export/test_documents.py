"""Every format, byte for byte: `pytest --write-documents tests/export` writes anew what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import run
from tests.conftest import NASTY

HERE = Path(__file__).parent / "documents"
DOCUMENTS = [
    *(("", kind) for kind in ("txt", "md", "html", "json", "csv")),
    *(("--one-page", kind) for kind in ("txt", "html")),
]


@pytest.mark.parametrize(("part", "kind"), DOCUMENTS)
@pytest.mark.parametrize("briefing", ["hackney", "nasty"])
def test_the_document_is_as_expected(
    briefing: str, kind: str, part: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """What is written of a briefing is, to the byte, the document that was looked at."""
    named = [NASTY] if briefing == "nasty" else []
    out = tmp_path / f"out.{kind}"
    done = run("show", *named, *part.split(), "-o", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    expected = HERE / f"{briefing}{part.removeprefix('-')}.{kind}"
    if request.config.getoption("--write-documents"):
        expected.write_bytes(out.read_bytes())
    assert out.read_bytes() == expected.read_bytes()
