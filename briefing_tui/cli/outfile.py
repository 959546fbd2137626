"""A file that is written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.character import harmless
from briefing_tui.errors import UnwritableError

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_whole(path: Path, data: bytes, *, never: Iterable[Path] = (), anew: bool = False) -> None:
    """Put `data` into the file at `path`; whoever reads it meanwhile sees the old file or the new one.

    A file that is there is replaced, unless `anew` asks for a new one or it is one of `never`; a pipe
    or a device is written to. Raises UnwritableError, and leaves everything as it was.
    """
    name = harmless(str(path))
    target = Path(os.path.realpath(path))
    try:
        if target.exists():
            if anew:
                raise UnwritableError(f"{name}: is there already, and stays as it is. Choose another name.")
            if any(one.exists() and target.samefile(one) for one in never):
                raise UnwritableError(f"{name}: the briefing is read from this file. Choose another name.")
            if not stat.S_ISREG(target.stat().st_mode):
                _pour(target, data)
                return
        _replace(target, data)
    except OSError as error:
        raise UnwritableError(f"{name}: cannot be written: {error.strerror}.") from None


def _pour(target: Path, data: bytes) -> None:
    with target.open("wb") as file:
        file.write(data)


def _replace(target: Path, data: bytes) -> None:
    """Write beside `target`, then take its place, with its permissions or those of any new file."""
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(None, "the file is read-only")
    handle, beside = tempfile.mkstemp(prefix=".briefing-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
            os.fchmod(handle, stat.S_IMODE(target.stat().st_mode) if target.exists() else _ordinary_mode())
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _ordinary_mode() -> int:
    """Return the permissions that a new file gets. The only way to read the mask is to set it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
