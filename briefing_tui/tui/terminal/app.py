"""The application as the terminal needs it: ends in order, and tells of its own mistakes in two lines."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from textual._compositor import CompositorUpdate
from textual.app import App
from textual.events import Key
from textual.worker import WorkerFailed

from briefing_tui.tui.clipboard import copy_sequence, hand_to_tmux
from briefing_tui.tui.terminal.crash import record
from briefing_tui.tui.terminal.driver import TerminalDriver
from briefing_tui.tui.terminal.moves import Follower, Moves
from briefing_tui.tui.terminal.rest import QUIET
from briefing_tui.tui.terminal.stylesheet import KeptStylesheet

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.events import Event
    from textual.screen import Screen
    from textual.theme import Theme

    from briefing_tui.tui.terminal.crash import Crash
    from briefing_tui.tui.terminal.session import Session


class TerminalApp(App[None]):
    """Draws through `TerminalDriver` in a session; without one it runs only where nothing is drawn."""

    def __init__(self, session: Session | None, *, ansi_color: bool | None = None) -> None:
        self._variables: dict[str, dict[str, str]] = {}
        """Those of each theme."""
        super().__init__(driver_class=cast("type[Driver]", TerminalDriver), ansi_color=ansi_color)
        self.stylesheet: KeptStylesheet = KeptStylesheet()
        self._disable_notifications = self._disable_tooltips = True  # nothing pops up here
        self._parsed_for = ""
        """The theme for which the styles were parsed last."""
        self._themes: list[str] = []
        """Those that are offered."""
        self.session = session
        self.crash: Crash | None = None
        """The mistake that ended the program, if one did."""
        self._is_ended = False

    @property
    def files_shown(self) -> Sequence[Path]:
        """The files whose words are on the screen."""
        return ()

    @property
    def files_kept(self) -> Sequence[Path]:
        """The files, there or not, that decide what is on the screen besides those words."""
        return ()

    @property
    def is_at_home(self) -> bool:
        """Whether the screen shows what the next start may show at once."""
        return True

    @property
    def keys_come_fast(self) -> bool:
        """Whether keys come as fast as from one that is held down, or wait for their turn."""
        return isinstance(self._driver, TerminalDriver) and self._driver.keys_come_fast

    @property
    def keys_that_move(self) -> Collection[str]:
        """Keys that only move on the screen that is uppermost now."""
        return next((one.keys_that_move for one in self.screen_stack[-1:] if isinstance(one, Follower)), ())

    async def on_event(self, event: Event) -> None:
        """Have a key that only moves followed at once."""
        if isinstance(event, Key) and not event.is_forwarded and event.key in self.keys_that_move:
            await self.on_moves(Moves([event]))
        else:
            await super().on_event(event)

    async def on_moves(self, message: Moves) -> None:
        """Have keys followed by the screen; what leads elsewhere meanwhile leaves them to be asked for."""
        names = [key.key for key in message.keys]
        if isinstance(self.screen, Follower) and set(names) <= set(self.keys_that_move):
            self.screen.follow(names)
        else:
            for key in message.keys:
                self.post_message(key)

    @property
    def is_busy(self) -> bool:
        """Whether anybody has a message."""
        return self.message_queue_size > 0 or any(one.message_queue_size for one in self._registry)

    @property
    def must_lay_out(self) -> bool:
        """Whether somebody has not been given its place yet."""
        return any(screen._layout_required for screen in self.screen_stack[-1:])  # noqa: SLF001 (no other way)

    @property
    def may_put_off(self) -> float:
        """Seconds for which drawing may be put off: what would be drawn is about to change."""
        return self._driver.may_put_off if isinstance(self._driver, TerminalDriver) else 0

    def draw(self) -> None:
        """Draw now what has changed: all that a key sets off is done, and no beat need be waited for."""
        for screen in self.screen_stack[-1:]:
            with screen._context():  # noqa: SLF001 (no other way)
                screen._on_timer_update()  # noqa: SLF001

    def preparations(self) -> Iterator[Callable[[], object]]:
        """Yield what is to be done when the first screen is there, so that no key need wait for it later."""
        for theme in self._themes:
            yield from self.stylesheet.parsing_ahead(self._variables_of(theme))

    @property
    def is_quiet(self) -> bool:
        """Whether no key has come of late and nobody has anything to do."""
        return not self.is_busy and isinstance(self._driver, TerminalDriver) and self._driver.is_quiet(QUIET)

    def keep(self) -> None:
        """Keep what is to outlive the program. Called once when it ends in order."""

    def end(self, status: int) -> None:
        """End in order with an exit status, from outside of any message."""
        self._is_ended = True
        with self._context():
            try:
                self.keep()
            finally:
                self.exit(return_code=status)

    async def action_quit(self) -> None:
        """Keep what is to be kept, and end."""
        self.keep()
        self.exit()

    def action_redraw(self) -> None:
        """Draw the screen anew: something else has written to the terminal."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.redraw()

    def copy_to_clipboard(self, text: str) -> None:
        """Ask the reader's terminal, through whatever multiplexer, to take `text`.

        Raises ValueError if it is more than terminals take.
        """
        if isinstance(self._driver, TerminalDriver) and not hand_to_tmux(text, os.environ):
            self._driver.write_clipboard(copy_sequence(text, os.environ))

    def begin_with(self, theme: Theme, themes: Iterable[Theme]) -> None:
        """Offer `themes`, and have the styles parsed with `theme` at first, not a second time for it."""
        for one in themes:
            self.register_theme(one)
            self._themes.append(one.name)
        self.theme = self._parsed_for = theme.name
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's variables, worked out once."""
        self.theme_variables = self._variables_of(self.theme)
        return self.theme_variables

    def _variables_of(self, theme: str) -> dict[str, str]:
        if theme not in self._variables:
            chosen = self.available_themes[theme]
            self._variables[theme] = {
                **self.get_theme_variable_defaults(),
                **chosen.to_color_system().generate(),
                **chosen.variables,
            }
        return self._variables[theme]

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 (as Textual has it)
        """Parse the styles anew, unless that would give the same again: it takes longer than a frame."""
        if self.theme != self._parsed_for:
            self._parsed_for = self.theme
            with self.stylesheet.drawing_once():
                super().refresh_css(animate)

    def use_mouse(self, *, wanted: bool) -> None:
        """Ask the terminal for reports of the mouse, or leave the mouse to it."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.use_mouse(wanted=wanted)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        driver = self._driver
        if isinstance(driver, TerminalDriver) and isinstance(renderable, CompositorUpdate):
            if self._running and not self._closed and not self._batch_count:
                try:
                    driver.paint(renderable, self.screen.outer_size.clamp_offset(self.cursor_position))
                except Exception as error:  # noqa: BLE001 (whatever a widget drew)
                    self._handle_exception(error)
            self.post_display_hook()
        else:
            super()._display(screen, renderable)

    def _handle_exception(self, error: Exception) -> None:
        """End by a mistake of ours: the first is what matters, those that follow come of it.

        None counts once a signal has ended the program: a screen that is cut short while it is made is none.
        """
        if self._is_ended:
            return
        if self._exception is None:
            cause = error.error if isinstance(error, WorkerFailed) else error
            if not self.is_headless:
                self.crash = record(cause, os.environ)
            self._exception = error
            self._exception_event.set()
        self._return_code = 1
        self._close_messages_no_wait()

    def fail(self, error: Exception) -> None:
        """End by a mistake of ours made outside of any message."""
        self._handle_exception(error)

    def _print_error_renderables(self) -> None:
        """Print nothing: whoever ran the application tells of `crash`."""
        self._exit_renderables.clear()
