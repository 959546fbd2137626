"""A briefing loaded in a process beside this one."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing_tui.paths import bundled_briefing
from tests.conftest import INVENTED

COMPARE = """\
import os, sys
from briefing_tui.tui.ahead import Ahead
loaded = Ahead(sys.argv[1]).loaded()
loaded_here = "briefing_tui.load" in sys.modules
from pathlib import Path
from briefing_tui.load import load_briefing
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    pass
else:
    sys.exit("a process is left")
if loaded is None:
    print("none")
else:
    assert not loaded_here
    assert loaded == (load_briefing(Path(sys.argv[1])), ())
    print("the same")
"""


def compared(file: str) -> tuple[str, str]:
    """Return what a process says of what another has loaded for it, and what was written to stderr."""
    done = subprocess.run(
        [sys.executable, "-c", COMPARE, file], capture_output=True, text=True, check=False, timeout=60
    )
    return done.stdout.strip(), done.stderr


@pytest.mark.parametrize("file", [bundled_briefing(), INVENTED], ids=["bundled", "invented"])
def test_it_is_what_loading_gives(file: Path) -> None:
    """The briefing comes over whole, and nothing that loads is imported here."""
    assert compared(str(file)) == ("the same", "")


def test_what_cannot_be_loaded_is_left_to_be_told_of(tmp_path: Path) -> None:
    """Of a file that is not there or is broken nothing comes, and nothing is said."""
    copy = Path(shutil.copy(INVENTED, tmp_path / "alone.yaml"))
    assert compared(str(copy)) == ("none", "")
    assert compared(str(tmp_path / "nowhere.yaml")) == ("none", "")
    shutil.copy(INVENTED.with_name(f"{INVENTED.stem}-letter.md"), tmp_path)
    assert compared(str(copy)) == ("the same", "")


HALF = """\
import fcntl, os, signal, struct, sys, termios, time
from briefing_tui.tui.ahead import Ahead
ahead = Ahead(sys.argv[1])
room = fcntl.fcntl(ahead._results, fcntl.F_SETPIPE_SZ, 4096)
while struct.unpack("i", fcntl.ioctl(ahead._results, termios.FIONREAD, bytes(4))) < (room // 2,):
    time.sleep(0.05)
os.kill(ahead._process, signal.SIGKILL)
print(ahead.loaded())
"""


def test_a_half_of_it_is_nothing() -> None:
    """If the process is killed while it hands the briefing over, nothing comes of it, and nothing is said."""
    done = subprocess.run(
        [sys.executable, "-c", HALF, str(bundled_briefing())],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ("None\n", "")


def test_nobody_to_hand_it_to() -> None:
    """Where the program ends before it has the briefing, the process that loads it ends as well."""
    program = (
        "from briefing_tui.tui.ahead import Ahead\nimport os, sys\n"
        "print(Ahead(sys.argv[1])._process)\nos._exit(0)"
    )
    command = [sys.executable, "-uc", program, str(bundled_briefing())]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    ends = time.monotonic() + 20
    while Path(f"/proc/{done.stdout.strip()}").exists():
        assert time.monotonic() < ends
        time.sleep(0.05)
