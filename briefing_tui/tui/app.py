"""The application: themes, styles, the first screen, and the files it is read from."""

from __future__ import annotations

import os
import time
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from textual import on

from briefing_tui.paths import settings_file
from briefing_tui.tui.commands import ANYWHERE_COMMANDS, COMMANDS, bindings, remapped
from briefing_tui.tui.reload import FileRead
from briefing_tui.tui.screens.main import MainScreen
from briefing_tui.tui.screens.overlay import HelpAsked
from briefing_tui.tui.screens.plain import PlainScreen
from briefing_tui.tui.settings import NOTHING_SET
from briefing_tui.tui.terminal import opening, rest
from briefing_tui.tui.terminal.app import TerminalApp
from briefing_tui.tui.theme import TERMINAL, THEMES
from briefing_tui.tui.watch import STILL, Watch, changed_since

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.state import Memory
    from briefing_tui.tui.library import Leaf, Library
    from briefing_tui.tui.settings import Settings
    from briefing_tui.tui.terminal.session import Session
    from briefing_tui.tui.watch import Stamp

LOOK = 1.0
"""Seconds between two looks at whether the files have changed."""

OPENED_LATER = (
    "briefing_tui.search.index",
    "briefing_tui.search.documents",
    "briefing_tui.tui.screens.help",
    "textual.widgets._input",
    "briefing_tui.tui.widgets.search_line",
    "briefing_tui.tui.screens.palette",
    "briefing_tui.tui.screens.go_to",
)
"""Modules that only some keys need, those that take long to import."""


class BriefingApp(TerminalApp):
    """Shows one briefing; of several, the one that is chosen."""

    CSS_PATH = ["styles/main.tcss", "styles/column.tcss", "styles/overlay.tcss"]  # noqa: RUF012
    BINDINGS = bindings(ANYWHERE_COMMANDS, first=True)
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        library: Library,
        remember: Callable[[Briefing], Memory],
        reference: str = "",
        *,
        settings: Settings = NOTHING_SET,
        problems: Sequence[str] = (),
        session: Session | None = None,
    ) -> None:
        super().__init__(session, ansi_color=True if "NO_COLOR" in os.environ else None)
        self._library = library
        self._remember = remember
        """Gives what the reader keeps of a briefing."""
        self._settings = settings
        self._commands = remapped(COMMANDS, self._settings.keys)
        self._has_mouse = settings.mouse
        self._problems_at_start = tuple(problems)
        self._is_reading = False
        self._wants_reading = False
        self._take(0)
        if any(changed_since(file, opening.began) for file in self._watch.files):
            self._watch.doubt()
        briefing = library.volumes[0].briefing
        memory = remember(briefing)
        warned = "There are warnings about the file: ! lists them." if self._file_problems else ""
        greeting = "Not everything could be read: ! lists what is left out." if problems else ""
        greeting = greeting or warned or memory.why
        self._main = MainScreen(briefing, memory, self._commands, reference, greeting=greeting)
        wanted = self._settings.theme or memory.theme
        offered = (TERMINAL,) if self.no_color else THEMES
        chosen = next((theme for theme in offered if theme.name == wanted), offered[0])
        self.begin_with(chosen, offered)
        self.animation_level = "none"
        self.set_keymap({name: ",".join(keys) for name, keys in self._settings.keys.items()})

    def _take(self, number: int) -> None:
        """Follow the files of that briefing of the library from now on."""
        volume = self._library.volumes[number]
        self._number = number
        self._watch = Watch(volume.briefing.files(volume.file))
        self._not_taken_up: Briefing | None = None
        self._file_problems = volume.warnings

    def get_default_screen(self) -> MainScreen:
        """Open the briefing, laid out for this size at once, without a blank screen of Textual's below it."""
        breakpoints = (
            (self.size.width, MainScreen.HORIZONTAL_BREAKPOINTS),
            (self.size.height, MainScreen.VERTICAL_BREAKPOINTS),
        )
        self._main.add_class(
            *(max(step for step in steps if step[0] <= length)[1] for length, steps in breakpoints)
        )
        return self._main

    def on_mount(self) -> None:
        """Watch the files; when the first screen is there, get ready what comes next."""
        self.set_interval(LOOK, self._look)
        self.call_after_refresh(self._opened)
        if len(self._library.volumes) > 1:
            self.action_choose()

    def _opened(self) -> None:
        rest.begin()
        self._prepare(self.preparations())

    def _prepare(self, preparations: Iterator[Callable[[], object]]) -> None:
        """Have `preparations` done at rest."""
        if not self.is_headless:
            self.run_worker(rest.prepare(preparations, lambda: self.is_quiet))

    def preparations(self) -> Iterator[Callable[[], object]]:
        """Yield first what leads on from the first screen."""
        yield from self._main.preparations()
        yield from (partial(import_module, name) for name in OPENED_LATER)
        yield self._take_in_search_line
        yield from super().preparations()

    def _preparations_anew(self) -> Iterator[Callable[[], object]]:
        """Yield what is to be done when another briefing has taken the place of the one that was shown."""
        yield rest.clear_everything
        yield from self._main.preparations()

    def _take_in_search_line(self) -> None:
        """Parse the styles of lines to type into, of which this is one."""
        from briefing_tui.tui.widgets.search_line import SearchLine  # noqa: PLC0415 (slow to import)

        self.stylesheet.take_in(SearchLine())

    def action_choose(self) -> None:
        """Choose another of the briefings, or what a search through all of them finds."""
        from briefing_tui.tui.screens.chooser import ChooserScreen  # noqa: PLC0415 (seldom needed)

        async def show(leaf: Leaf | None) -> None:
            await self._take_up()
            if leaf and leaf.volume != self._number:
                self._main.keep_place()
                self._take(leaf.volume)
                self._watch.doubt()
                self._main.is_stale = False
                volume = self._library.volumes[leaf.volume]
                await self._main.exchange(volume.briefing, self._remember(volume.briefing), leaf.reference)
                self._prepare(self._preparations_anew())
            elif leaf and leaf.reference in self._main.briefing.entries:
                self._main.go_to(leaf.reference)

        self.push_screen(ChooserScreen(self._library, self._problems_at_start), show)

    @on(PlainScreen.Shown)
    def _plain(self, message: PlainScreen.Shown) -> None:
        self.use_mouse(wanted=self._has_mouse and not message.shown)

    def action_mouse(self) -> None:
        """Leave the mouse to the terminal, or take it again."""
        self._has_mouse = not self._has_mouse
        self.use_mouse(wanted=self._has_mouse)
        told = (
            "The mouse is the program's."
            if self._has_mouse
            else "The mouse is the terminal's: it selects text."
        )
        self._main.say(f"{told} M changes that.")

    @property
    def files_shown(self) -> Sequence[Path]:
        """The briefing and its sources."""
        volume = self._library.volumes[self._number]
        return volume.briefing.files(volume.file)

    @property
    def files_kept(self) -> Sequence[Path]:
        """The reader's settings, marks and place."""
        settings = settings_file(os.environ)
        return (*self._main.memory.files, *((settings,) if settings else ()))

    @property
    def is_at_home(self) -> bool:
        """Whether nothing lies over the main screen, and all of it is of the same entry."""
        return self.screen is self._main and self._main.described == self._main.reference

    def keep(self) -> None:
        """Keep the reader's place."""
        self._main.keep_place()

    def action_help_quit(self) -> None:
        """Say how to quit: Ctrl+C is easily typed by mistake in front of people."""
        self._main.say("To quit, press q.")

    @on(HelpAsked)
    def _help(self, message: HelpAsked) -> None:
        from briefing_tui.tui.screens.help import HelpScreen  # noqa: PLC0415 (not for the first screen)

        if isinstance(self.screen, HelpScreen):
            return
        here = [command for command in self._commands if command.name in message.names]
        rest = [command for command in self._commands if command.name not in message.names]
        self.push_screen(HelpScreen(here, rest))

    # The file, when it changes

    async def _look(self) -> None:
        """Read the files again if they have changed, once nobody writes them."""
        if self.is_quiet:
            rest.clear_garbage()
        await self._take_up()
        if self._is_reading or not (self._wants_reading or self._watch.changed()):
            return
        if not self._watch.rested(time.monotonic()):
            self.set_timer(STILL, self._look)
            return
        self._is_reading = True
        self.run_worker(partial(self._read, self._watch.stamp()), thread=True)

    def _read(self, stamp: Stamp) -> None:
        self.post_message(FileRead.now(self._watch.files[0], stamp))

    @on(FileRead)
    async def _file_read(self, message: FileRead) -> None:
        self._is_reading = False
        if message.stamp != self._watch.stamp():
            return
        asked, self._wants_reading = self._wants_reading, False
        self._watch.read(message.stamp)
        self._file_problems = message.problems
        was_stale, self._main.is_stale = self._main.is_stale, message.briefing is None
        if message.briefing is None:
            self._main.say("The file has changed and is no briefing now; this is what it was. ! says why.")
        elif message.briefing != self._library.volumes[self._number].briefing:
            self._watch = Watch(message.briefing.files(self._watch.files[0]))
            self._library = self._library.revised(self._number, message.briefing, message.problems)
            self._not_taken_up = message.briefing
            await self._take_up()
        elif was_stale:
            self._main.say("The file is in order again, and as it was.")
        elif asked:
            self._main.say("The file has been read again: nothing has changed.")

    async def _take_up(self) -> None:
        """Show what the file has become, unless the reader is in the middle of something over it."""
        if self._not_taken_up and self._main.is_free:
            briefing, self._not_taken_up = self._not_taken_up, None
            if briefing != self._main.briefing:
                await self._main.take_up(briefing)
                self._prepare(self._preparations_anew())

    async def action_reload(self) -> None:
        """Read the file again, changed or not."""
        self._wants_reading = True
        await self._look()

    def action_problems(self) -> None:
        """List what is wrong with the file as it is now, and with the settings."""
        from briefing_tui.tui.screens.problems import ProblemsScreen  # noqa: PLC0415 (seldom needed)

        self.push_screen(ProblemsScreen((*self._file_problems, *self._problems_at_start)))
