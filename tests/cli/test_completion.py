"""Completion in real shells, and the manual page: what they are made from, and what they do."""

from __future__ import annotations

import importlib.util
import os
import pty
import re
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from briefing_tui.cli.parser import SHELLS
from tests.cli.program import ENVIRONMENT, PROGRAM, err, out, run
from tests.conftest import INVENTED

ROOT = Path(__file__).parents[2]
SHELL = ROOT / "briefing_tui" / "shell"
LINES = [
    ("briefing che", "briefing check"),
    ("briefing show --ton", "briefing show --tone"),
    ("briefing show --tone con", "briefing show --tone con"),
    ("briefing show --format mark", "briefing show --format markdown"),
    ("briefing show AA-9", "briefing show AA-9"),
    ("briefing show aa-9", "briefing show AA-9"),
    ("briefing show H-1 OO", "briefing show H-1 OOH-"),
    ("briefing --at lead-3", "briefing --at LEAD-3"),
    ("briefing open --at FD-2 marrow", "briefing open --at FD-2 marrowdale-2024.yaml"),
    ("briefing show --area pla", "briefing show --area PLAN"),
    ("briefing show mar", "briefing show marrowdale-2024.yaml"),
    ("briefing show marrowdale-2024.yaml --area F", "briefing show marrowdale-2024.yaml --area FOST"),
    ("briefing show marrowdale-2024.yaml PA-2 L", "briefing show marrowdale-2024.yaml PA-2 LC-"),
    ("briefing check marrow", "briefing check marrowdale-2024.yaml"),
    ("briefing check bin/ marrow", "briefing check bin/ marrowdale-2024.yaml"),
    ("briefing marrow", "briefing marrowdale-2024.yaml"),
    ("briefing completion z", "briefing completion zsh"),
]
"""What is typed, and what stands there once Tab was pressed."""


def needs(shell: str) -> str:
    """Return the path of that shell; skip where there is none."""
    return shutil.which(shell) or pytest.skip(f"no {shell}: on Debian, apt install {shell}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with a briefing, a letter, and the program."""
    for file in (INVENTED, INVENTED.with_name("marrowdale-2024-letter.md")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "briefing"
    program.write_text(f'#!/bin/sh\nexec {" ".join(PROGRAM)} "$@"\n')
    program.chmod(0o755)
    return tmp_path


def environment(folder: Path) -> dict[str, str]:
    """Return an environment in which nothing of the user's is read."""
    path = f"{folder / 'bin'}:{os.environ.get('PATH', os.defpath)}"
    return ENVIRONMENT | {
        "PATH": path,
        "HOME": str(folder),
        "TERM": "xterm",
        "ZDOTDIR": str(folder),
        "LC_ALL": "C.UTF-8",
    }


class Typist:
    """An interactive shell, and somebody who types."""

    def __init__(self, command: list[str], folder: Path, setup: str) -> None:
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=environment(folder),
            start_new_session=True,
        )
        os.close(theirs)
        self.send(f"{setup}; PS1='$ '; echo rea''dy\r", until=r"ready\r")

    def send(self, keys: str, until: str) -> re.Match[str]:
        """Type `keys`, and wait until `until` is on the screen."""
        os.write(self.ours, keys.encode())
        seen, deadline = "", time.monotonic() + 60
        while not (match := re.search(until, seen)):
            assert time.monotonic() < deadline, seen
            with suppress(OSError):
                seen += os.read(self.ours, 65536).decode(errors="replace")
        return match

    def completed(self, line: str) -> str:
        """Return what `line` is once Tab was pressed: it is printed, word by word, and not run."""
        found = self.send(f"{line}\t\x01printf '<%s>' done \x05\r", until=r"<done>((?:<[^>]*>)*)")
        return " ".join(re.findall(r"<([^>]*)>", found[1]))

    def end(self) -> None:
        """Close the terminal and end the shell."""
        self.process.kill()
        self.process.wait()
        os.close(self.ours)


def test_bash(folder: Path) -> None:
    """In bash, Tab completes commands, options, choices, references in any case, areas and briefing files."""
    typist = Typist(
        [needs("bash"), "--norc", "--noprofile", "-i"], folder, 'eval "$(briefing completion bash)"'
    )
    try:
        assert [(typed, typist.completed(typed)) for typed, _ in LINES] == LINES
    finally:
        typist.end()


def test_zsh(folder: Path) -> None:
    """Likewise in zsh."""
    setup = 'autoload -Uz compinit; compinit -u; eval "$(briefing completion zsh)"'
    typist = Typist([needs("zsh"), "-f", "-i"], folder, setup)
    try:
        assert [(typed, typist.completed(typed)) for typed, _ in LINES] == LINES
    finally:
        typist.end()


def test_fish(folder: Path) -> None:
    """Likewise in fish, which is asked what it would offer; it shows what each reference is."""
    asked = "; ".join(f"echo '? {typed}'; complete -C '{typed}'" for typed, _ in LINES)
    done = subprocess.run(
        [needs("fish"), "--no-config", "-c", f"briefing completion fish | source; {asked}"],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    offered = {
        block.partition("\n")[0]: [line.partition("\t")[0] for line in block.splitlines()[1:]]
        for block in done.stdout.split("? ")[1:]
    }
    for typed, completed in LINES:
        last = completed.rpartition(" ")[2]
        assert all(word.startswith(last) for word in offered[typed]), (typed, offered[typed])
        assert offered[typed], typed
    assert "AA-9\tDespite" in done.stdout


def test_they_are_those_of_the_parser() -> None:
    """The shipped scripts and the manual page are what the parser gives: run docs/shell.py after a change."""
    if sys.version_info[:2] != (3, 11):
        pytest.skip("the shipped files were made with Python 3.11, whose argparse has its own wording")
    specification = importlib.util.spec_from_file_location("shell", ROOT / "docs" / "shell.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    for name, text in module.made().items():
        assert (SHELL / name).read_text(encoding="utf-8") == text, f"run docs/shell.py: {name} is not current"


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed(shell: str) -> None:
    """`briefing completion SHELL` prints the script that is shipped."""
    assert run("completion", shell).stdout == (SHELL / f"briefing.{shell}").read_bytes()


def test_no_shell_named() -> None:
    """Without a shell it says which there are."""
    assert err(run("completion")) == ["briefing: name the shell: bash, zsh or fish."]


def test_a_broken_briefing_offers_nothing(tmp_path: Path) -> None:
    """On a line with a broken briefing nothing is offered and nothing is said, in the middle of typing."""
    (tmp_path / "broken.yaml").write_text("format: 2\n")
    done = run("completion", "--list", "references", "show", "broken.yaml", folder=tmp_path)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_the_home_of_somebody_unknown() -> None:
    """A file in the home of a user whom nobody knows is no file: the bundled references are offered."""
    done = run("completion", "--list", "references", "show", "~no-such-user/visit.yaml")
    assert (done.returncode, err(done)) == (0, [])
    assert any(line.startswith("AA-9\t") for line in out(done))


def test_what_is_offered_cannot_act(nasty_words: list[str]) -> None:
    """What a hostile briefing has to offer holds nothing that acts on a terminal or starts a command."""
    assert nasty_words
    assert [word for word in nasty_words if not re.fullmatch(r"[A-Z]+-\d+", word)] == []


@pytest.fixture
def nasty_words() -> list[str]:
    """Return what is offered of the hostile briefing."""
    done = run("completion", "--list", "references", str(INVENTED.with_name("nasty-2023.yaml")))
    assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", done.stdout)
    return [line.partition("\t")[0] for line in out(done)]


def test_the_manual_page() -> None:
    """The page names every command and every option of show, and `man` reads it without a complaint."""
    page = (SHELL / "briefing.1").read_text(encoding="utf-8").replace("\\-", "-")
    for named in (
        "check",
        "show",
        "new",
        "schema",
        "completion",
        "--one-page",
        "--area",
        "--pager",
        "Exit status",
    ):
        assert named in page
    man = needs("man")
    done = subprocess.run(
        [man, "--warnings", "-l", str(SHELL / "briefing.1")],
        env=ENVIRONMENT | {"MANWIDTH": "80", "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    assert "BRIEFING(1)" in done.stdout
