"""Adding to the end of a file so that it stays there, and reading it."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 16 * 1024 * 1024
"""Bytes. Some eighty thousand changes: what is larger is not ours."""

PATIENCE = 1.0
"""Seconds to wait for another program to end its write. One that was stopped in it never does."""

_NEVER_BLOCKS = os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EROFS: "the folder for this cannot be written to",
    errno.EACCES: "the folder for this cannot be written to",
    errno.EPERM: "the folder for this cannot be written to",
    errno.ENOENT: "the folder for this is missing",
    errno.ENOTDIR: "the folder for this is missing",
    errno.EISDIR: "something else stands where the file for this should be",
    errno.EFBIG: "the file for this is too large",
}


def reason(error: Exception) -> str:
    """Return why a file could not be used, as the end of a sentence. Names no path: it may be hostile."""
    number = error.errno if isinstance(error, OSError) else None
    return _REASONS.get(number or 0, "the file for this cannot be used")


def append(path: Path, data: bytes) -> None:
    """Add `data` to the end of `path` in one piece, and see it onto the disk.

    The file and its folder are made if need be. Raises OSError or ValueError when not all of `data` was kept.
    """
    _make_folder(path.parent)
    with _opened(path, os.O_RDWR | os.O_APPEND | os.O_CREAT) as descriptor:
        size = os.fstat(descriptor).st_size
        if size + len(data) > LARGEST:
            raise OSError(errno.EFBIG, "larger than a journal may be")
        if not size:
            _see_onto_disk(path.parent)
        if data:
            _take_turn(descriptor)
            if os.write(descriptor, data) < len(data):
                raise OSError(errno.ENOSPC, "no room for all of it")
            os.fsync(descriptor)


def read(path: Path, offset: int) -> bytes:
    """Return what `path` holds from `offset` on. Raises OSError or ValueError."""
    with _opened(path, os.O_RDONLY) as descriptor:
        if os.fstat(descriptor).st_size > LARGEST:
            raise OSError(errno.EFBIG, "larger than a journal may be")
        os.lseek(descriptor, offset, os.SEEK_SET)
        return b"".join(iter(lambda: os.read(descriptor, 1 << 20), b""))


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    """Open a regular file. Anew each time: over a network, that is when others' changes are seen."""
    descriptor = os.open(path, flags | _NEVER_BLOCKS, 0o600)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EISDIR, "not a regular file")
        yield descriptor
    finally:
        os.close(descriptor)


def _take_turn(descriptor: int) -> None:
    """Wait until no other program writes; closing the file ends our turn.

    A local disk keeps appended lines apart by itself. NFS does not, except under a lock. Where
    there are no locks, or somebody keeps the lock, we write without.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.002)
        except OSError:
            return
        else:
            return


def _make_folder(folder: Path) -> None:
    """Make `folder` and at most the two above it, `.local/state`: never a home."""
    missing = []
    for one in (folder, *folder.parents[:2]):
        if one.is_dir():
            break
        missing.append(one)
    for one in reversed(missing):
        with suppress(FileExistsError):
            one.mkdir(0o700)
        _see_onto_disk(one.parent)


def _see_onto_disk(folder: Path) -> None:
    """Make new names in `folder` outlive a power cut, where the file system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
