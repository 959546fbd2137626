"""SHA-256 without OpenSSL."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from briefing_tui.digest import sha256


@pytest.mark.parametrize("absent", [False, True])
def test_it_is_sha256(absent: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    """Marks kept by another version, or by a Python built without digests of its own, are found again."""
    for own in ("_sha2", "_sha256") if absent else ():
        monkeypatch.setitem(sys.modules, own, None)
    assert sha256("Zoë’s story".encode()) == hashlib.sha256("Zoë’s story".encode()).hexdigest()


def test_remembering_brings_no_openssl() -> None:
    """What the reader leaves behind costs no megabytes of a library for encryption."""
    program = "import sys, briefing_tui.state; print('_hashlib' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"
