"""The reader's settings: theme, mouse and keys, from a file that may be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.paths import settings_file
from briefing_tui.tui.commands import COMMANDS, TOGETHER, remapped
from briefing_tui.tui.settings import NOTHING_SET, Settings, read_settings
from briefing_tui.tui.settings_file import key_named
from tests.tui.reader import opened

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_tui.errors import Problem
    from briefing_tui.model.briefing import Briefing


def read(tmp_path: Path, text: str) -> tuple[Settings, tuple[Problem, ...]]:
    """Return what a file with that text sets, and its problems."""
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return read_settings(file)


def test_where_it_is(tmp_path: Path) -> None:
    """The file is where the XDG specification has it; where there is none, the defaults serve."""
    assert str(settings_file({"XDG_CONFIG_HOME": "/c", "HOME": "/h"})) == "/c/briefing/config.toml"
    assert str(settings_file({"HOME": "/h"})) == "/h/.config/briefing/config.toml"
    assert read_settings(tmp_path / "config.toml") == (NOTHING_SET, ())
    assert read_settings(None) == (NOTHING_SET, ())


def test_everything_set(tmp_path: Path) -> None:
    """Theme, mouse and keys are taken as people write them."""
    keys = 'quit = "Ctrl+X"\nnext-area = [">", "PgDn"]\npage-down = "Space"\n'
    text = f'theme = "light"\nmouse = false\n[keys]\n{keys}'
    settings, problems = read(tmp_path, text)
    assert problems == ()
    assert (settings.theme, settings.mouse) == ("briefing-light", False)
    assert settings.keys == {
        "quit": ("ctrl+x",),
        "next-area": ("greater_than_sign", "pagedown"),
        "page-down": ("space",),
    }


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('theme = "dark"\nmouse = = true\n', 2, "This is no TOML"),
        ('theme = "dork"\n', 1, "Did you mean `dark`?"),
        ('mouse = "no"\n', 1, "`mouse` is true or false"),
        ('theme = "dark"\nmuose = true\n', 2, "Did you mean `mouse`?"),
        ("keys = 3\n", 1, "`[keys]` is a table"),
        ('[keys]\nqiut = "x"\n', 2, "Did you mean `quit`?"),
        ('[keys]\nquit = "Ctrl+Nonsense"\n', 2, "There is no key `Ctrl+Nonsense`"),
        ('[keys]\nquit = "j"\n', 2, "`quit` would take a key of `next`"),
        ('[keys]\nmark = "x"\nquit = "x"\n', 2, "`mark` would take a key of"),
        ('[keys]\nnext-candidate = "j"\n', 2, "`j` is typed there"),
        ("[keys]\nquit = []\n", 2, "needs a key"),
        ('theme = ["dark"]\n', 1, "There is no theme"),
        ('theme = "dark"\n[keys]\ntheme = "j"\n', 3, "`theme` would take a key of `next`"),
        ("[keys]\nquit = [3.5]\n", 2, "There is no key `3.5`"),
    ],
)
def test_what_is_wrong(tmp_path: Path, text: str, line: int, told: str) -> None:
    """What is wrong is told with its line, and is as if it were not there."""
    settings, problems = read(tmp_path, text)
    assert problems[0].line == line
    assert told in problems[0].message
    assert "quit" not in settings.keys


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A folder, or bytes that are no text, are a problem of the file and not the end."""
    (tmp_path / "config.toml").mkdir()
    settings, problems = read_settings(tmp_path / "config.toml")
    assert settings == NOTHING_SET
    assert "a folder" in problems[0].message


@given(
    text=st.text()
    | st.lists(
        st.sampled_from(
            ['theme = "dark"\n', "[keys]\n", 'quit = ["', '"x"]\n', "[[", "a.b=1\n", "\x00", "'''"]
        )
    ).map("".join)
)
@settings(max_examples=60, deadline=None)
def test_nothing_in_it_breaks_anything(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever is in the file, there are settings, and problems have a line that the file has."""
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    _, problems = read_settings(file)
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + text.count("\r") + 1


def test_no_two_commands_share_a_key() -> None:
    """As they come, commands that work at the same time have different keys."""
    for names in TOGETHER:
        keys = [key for command in COMMANDS if command.name in names for key in command.keys]
        assert len(keys) == len(set(keys)), keys


def test_every_key_is_known_as_it_is_shown() -> None:
    """A key can be written as the help page shows it."""
    for command in COMMANDS:
        assert tuple(map(key_named, command.shown)) == command.keys


async def test_other_keys(hackney: Briefing) -> None:
    """A command has the reader's key and no longer its own, in help and footer too."""
    own = Settings(keys={"letter": ("v",), "next": ("e",), "explain": ("E",)})
    async with opened(hackney, (80, 60), at="AA-5", settings=own) as reader:
        await reader.press("s")
        assert reader.shows("v letter")
        assert reader.screen.position.pane == "findings"
        await reader.press("v")
        assert reader.screen.position.pane == "letter"
        await reader.press("v", "e")
        assert reader.screen.position.reference == "AA-6"
        await reader.press("question_mark")
        assert any(line.startswith("v ") and "the sentence in the letter" in line for line in reader.lines())


async def test_a_theme_that_is_set(hackney: Briefing) -> None:
    """The theme of the settings is there from the start."""
    async with opened(hackney, settings=Settings(theme="briefing-light")) as reader:
        assert reader.app.theme == "briefing-light"


def test_remapped_leaves_the_rest() -> None:
    """Commands that are not named keep their keys."""
    changed = remapped(COMMANDS, {"quit": ("ctrl+x",)})
    assert [new.keys for old, new in zip(COMMANDS, changed, strict=True) if old != new] == [("ctrl+x",)]


def test_the_readme_names_every_command(pytestconfig: pytest.Config) -> None:
    """Every command can be given other keys by a name that the README has."""
    readme = (pytestconfig.rootpath / "README.md").read_text(encoding="utf-8")
    assert all(f"`{command.name}`" in readme for command in COMMANDS)


def test_a_refused_key_refuses_what_relied_on_it(tmp_path: Path) -> None:
    """Where a command keeps its own key, no other is given that one: no key does two things."""
    settings, problems = read(tmp_path, '[keys]\nquit = "x"\nall = "j"\n')
    assert settings.keys == {}
    assert sorted(problem.line for problem in problems) == [2, 3]
