"""Putting files in place: all of them or none, and over no other unless that is asked for."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from briefing_tui.errors import UnwritableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextmanager
def written(folder: Path, texts: Mapping[str, str]) -> Iterator[Path]:
    """Give a folder inside `folder`, which is made if need be, that holds `texts` by file name.

    It is gone afterwards, with whatever has not been put in place. Raises UnwritableError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".briefing-") as made:
            for name, text in texts.items():
                Path(made, name).write_text(text, encoding="utf-8")
            yield Path(made)
    except OSError as error:
        raise UnwritableError(f"{folder}: cannot be written to: {error.strerror or error}.") from None


def put_in_place(made: Path, folder: Path, names: tuple[str, ...], *, force: bool) -> None:
    """Move the files with those names from `made` to `folder`; on a failure, all is as it was.

    Raises UnwritableError if one is there already and `force` does not say to replace it, and always
    if one is a folder: nobody means to lose what is in it.
    """
    for name in names:
        if (folder / name).is_dir():
            raise UnwritableError(f"{folder / name}: is a folder. Move it, or use -o for another folder.")
    there = [name for name in names if (folder / name).exists() or (folder / name).is_symlink()]
    if there and not force:
        told = " and ".join(str(folder / name) for name in there)
        raise UnwritableError(
            f"{told}: there already. Use --force to write over it, or -o for another folder."
        )
    try:
        for name in there:
            (folder / name).rename(made / f"{name}.before")
        for name in names:
            (made / name).rename(folder / name)
    except BaseException:
        _put_back(made, folder, names)
        raise


def _put_back(made: Path, folder: Path, names: tuple[str, ...]) -> None:
    for name in names:
        if not (made / name).exists():
            (folder / name).unlink()
        if (made / f"{name}.before").exists():
            (made / f"{name}.before").rename(folder / name)
