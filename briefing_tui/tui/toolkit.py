"""Textual, imported without what no screen of ours needs before it is asked for.

A third of the time that `import textual.app` takes goes into its command palette with the widgets in
it, into markup, which data never is, and into ssl, platformdirs, uuid and difflib, for a network that is not
used, a screenshot, a pop-up message and advice that few ask for. They are left out while Textual is
imported, and come when they are called.
Known of Textual 8.2.8, to which the package is pinned.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEEDED = ("textual.app", "textual._xterm_parser")
"""What of Textual imports more than the first screen needs."""

_DONE_WITHOUT = ("ssl",)
"""Modules whose absence asyncio takes for an interpreter that was built without them."""

_SAME = {"typing_extensions": "typing"}
"""Modules that are for older Pythons than we run on, and the ones of this Python that have the same names."""

_FRAMES = "1000"
"""Frames a second at most. A change waits for the next beat, and a key changes the list, then the detail:
at Textual's 60 that is up to 33 ms. Nothing beats while nothing changes.
"""

_LATER = {
    "textual.command": (
        "CommandListItem",
        "CommandPalette",
        "DiscoveryHit",
        "Hit",
        "Hits",
        "Provider",
        "SimpleProvider",
    ),
    "difflib": ("get_close_matches",),
    "platformdirs": ("user_downloads_path",),
    "rich.table": ("Table",),
    "rich.tree": ("Tree",),
    "textual.markup": ("parse_style",),
    "textual.widgets._toast": ("ToastRack",),
    "uuid": ("uuid4",),
}
"""Modules, and the names that Textual takes out of them while it is imported."""


class _LaterModule(ModuleType):
    """Stands for a module until something of it is asked for that Textual does not take by name."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the import system's own questions, while it is being imported from
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


class _Later(type):
    """The type of what stands for one name of a module: a base class, or something to call."""

    def __call__(cls, *given: Any, **named: Any) -> Any:
        return _meant(cls)(*given, **named)

    def __getattr__(cls, name: str) -> Any:
        return getattr(_meant(cls), name)


def _meant(stand: type) -> Any:
    """Return what `stand` stands for. From now on that has its place wherever it was taken by name."""
    meant = getattr(import_module(stand.__module__), stand.__name__)
    for module in [*sys.modules.values()]:
        if getattr(module, "__dict__", {}).get(stand.__name__) is stand:
            setattr(module, stand.__name__, meant)
    return meant


def import_textual() -> None:
    """Import Textual's application, unless that has been done."""
    if "textual.app" in sys.modules:
        return
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)
    with _left_out():
        for module in _NEEDED:
            import_module(module)


@contextmanager
def _left_out() -> Iterator[None]:
    """Have what is not needed missing or stood for within the block, and as it was after it."""
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]  # None: it is not there
    stands: dict[str, ModuleType | None] = dict.fromkeys(_DONE_WITHOUT)
    stands |= {name: _standing(name, names) for name, names in _LATER.items()}
    stands |= {name: import_module(same) for name, same in _SAME.items()}
    stands = {name: stand for name, stand in stands.items() if name not in modules}
    modules.update(stands)
    try:
        yield
    finally:
        for name in stands:
            del modules[name]


def _standing(module: str, names: tuple[str, ...]) -> ModuleType:
    stand = _LaterModule(module)
    for name in names:
        setattr(stand, name, _Later(name, (), {"__module__": module}))
    return stand
