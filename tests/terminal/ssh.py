"""A real `sshd` on this machine: its own port, keys and configuration, gone when it is left."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PLACES = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"
"""Where programs are looked for; Debian keeps `sshd` where only root looks."""

PROGRAMS = ("sshd", "ssh", "ssh-keygen")

DEADLINE = 20.0
"""Seconds until it must answer."""

CONFIGURATION = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
UsePAM {pam}
"""


def missing() -> list[str]:
    """Return which programs are not installed here."""
    return [program for program in PROGRAMS if shutil.which(program, path=PLACES) is None]


class Server:
    """Runs from entering the `with` block to leaving it; lets in nobody but whoever runs it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for key in ("host", "user"):
            make = [_program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)]
            subprocess.run(make, check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port: int = free.getsockname()[1]
        root = os.getuid() == 0
        if root:
            Path("/run/sshd").mkdir(exist_ok=True)  # what the system's service makes before it starts
        configuration = CONFIGURATION.format(port=self._port, folder=folder, pam="yes" if root else "no")
        (folder / "sshd_config").write_text(configuration)

    def __enter__(self) -> Self:
        with (self._folder / "log").open("wb") as log:
            command = [_program("sshd"), "-D", "-e", "-f", str(self._folder / "sshd_config")]
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=log)
        ends = time.monotonic() + DEADLINE
        while time.monotonic() < ends and self._process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self._port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return self
        self.__exit__()
        raise AssertionError("sshd does not answer:\n" + self.log)

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()

    @property
    def log(self) -> str:
        """What it had to say."""
        return (self._folder / "log").read_text()

    def login(self, command: Sequence[str], environment: Mapping[str, str]) -> list[str]:
        """Return the command that runs `command` over there, in a terminal, with `environment` added."""
        there = shlex.join(["env", *(f"{name}={value}" for name, value in environment.items()), *command])
        options = (f"UserKnownHostsFile={self._folder}/known", "StrictHostKeyChecking=no", "LogLevel=ERROR")
        return [
            *(_program("ssh"), "-tt", "-F", "none", "-p", str(self._port), "-i", str(self._folder / "user")),
            *(part for option in options for part in ("-o", option)),
            *(f"{getpass.getuser()}@127.0.0.1", there),
        ]


def _program(name: str) -> str:
    found = shutil.which(name, path=PLACES)
    assert found, f"{name} is not installed"
    return found
