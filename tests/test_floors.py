"""The floors of the house: who may import whom, and what a start loads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import INVENTED

ROOT = Path(__file__).parent.parent


def loaded_by(code: str) -> set[str]:
    """Return the modules that Python has loaded once it has run `code` in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint('\\n'.join(['', '--', *sys.modules]))"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(done.stdout.rpartition("\n--\n")[2].split())


def screen_modules(modules: set[str]) -> set[str]:
    """Return those of `modules` that only the screen needs."""
    return {name for name in modules if name.partition(".")[0] in {"textual", "rich"}}


def test_the_contracts_hold() -> None:
    """No floor imports from one above it, and only the screen imports Textual."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", ["model", "load", "export", "errors", "paths", "cli.main"])
def test_importing_loads_no_screen(module: str) -> None:
    """Whoever imports a lower floor does not wait for Textual."""
    modules = loaded_by(f"import briefing_tui.{module}")
    assert f"briefing_tui.{module}" in modules
    assert screen_modules(modules) == set()


@pytest.mark.parametrize(
    "arguments",
    [["check", str(INVENTED)], ["--help"], ["--version"], ["--at", "nowhere"], ["show", "aa5"], []],
)
def test_commands_without_a_screen_load_none(arguments: list[str]) -> None:
    """Checking, help, and plain text start without Textual."""
    code = (
        f"from briefing_tui.cli.main import main\ntry:\n    main({arguments!r})\nexcept SystemExit:\n    pass"
    )
    modules = loaded_by(code)
    assert "briefing_tui.cli.main" in modules
    assert screen_modules(modules) == set()


@pytest.mark.parametrize("floor", ["model", "load", "export"])
def test_every_module_of_a_lower_floor_loads_no_screen(floor: str) -> None:
    """No module of a lower floor, however deep, brings Textual in."""
    code = (
        f"import importlib, pkgutil, briefing_tui.{floor} as floor\n"
        "for one in pkgutil.walk_packages(floor.__path__, floor.__name__ + '.'):\n"
        "    importlib.import_module(one.name)"
    )
    assert screen_modules(loaded_by(code)) == set()
