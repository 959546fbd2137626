"""Textual's driver for our line: keys in, cells out, no thread and no timer of its own."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from functools import wraps
from threading import Thread
from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.geometry import Size
from textual.keys import Keys

from briefing_tui.tui.terminal import frame, opening
from briefing_tui.tui.terminal.drawing import placed, written
from briefing_tui.tui.terminal.grid import Grid
from briefing_tui.tui.terminal.keyboard import PASTE_BEGINS, PASTE_ENDS, Keyboard
from briefing_tui.tui.terminal.modes import fills
from briefing_tui.tui.terminal.signals import ENDING
from briefing_tui.tui.terminal.turns import Turns
from briefing_tui.tui.watch import changed_since

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterator

    from textual._compositor import CompositorUpdate
    from textual.message import Message

    from briefing_tui.tui.terminal.app import TerminalApp
    from briefing_tui.tui.terminal.drawing import Placed

_READ = 4096
_LOST_AFTER = 1.0
"""Seconds after which a pasted text without an end is given up."""

_SETTLES = 0.015
"""Seconds from the first change of the window's size to asking for it: a drag sends hundreds."""

_SETTLED = 0.5
"""Seconds after which the first screen is complete."""

HELD = 0.06
"""Seconds between two keys below which a key is being held: keyboards repeat 20 to 40 times a second."""

_HELD_FRAME = 0.07
"""Seconds from one frame to the next while a key is held: enough to see where it goes."""

_FOLLOWED = 0.03
"""Seconds after which something is to be seen of a single key, whatever it still sets off."""

_MANY, _MANY_FRAME = 20, 0.3
"""Keys that wait, from which on it is so many seconds: it is more to follow than anybody watches."""

_FRAME_BEGINS, _FRAME_ENDS = "\x1b[?2026h", "\x1b[?2026l"


def _guarded(method: Callable[..., None]) -> Callable[..., None]:
    """Have an error end the program as one of the application's own does."""

    @wraps(method)
    def call(self: TerminalDriver, *arguments: Any) -> None:
        try:
            method(self, *arguments)
        except Exception as error:  # noqa: BLE001 (whatever it is, the terminal must be given back)
            self.app.fail(error)

    return call


class TerminalDriver(Driver):
    """Shows what Textual draws, sending only the cells that change, and reads the keyboard."""

    def __init__(
        self,
        app: TerminalApp,
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,  # noqa: ARG002 (the line knows)
    ) -> None:
        self.app = app
        if app.session is None:
            raise RuntimeError("no terminal was taken")
        session = app.session
        self._line, self._signals = session.line, session.signals
        super().__init__(app, debug=debug, mouse=mouse, size=self._line.size)
        self._grid = self._new_grid()
        if session.shown:
            self._grid.take_as_shown(session.shown)
        self._whole_frames = "BRIEFING_WHOLE_FRAMES" in os.environ
        self._line.use_mouse(wanted=mouse)
        self._keyboard = Keyboard()
        self._turns = Turns(app, self._loop, self._hand_on)
        self._parser = XTermParser()
        self._holds_frames = False
        self._giving_up: asyncio.TimerHandle | None = None
        self._keeping: asyncio.TimerHandle | None = None
        self._was_used = False
        self._resizing: asyncio.TimerHandle | None = None
        self._flushing = False
        self._cursor = (0, 0)
        self._reads_come_fast = False
        self._read_at = self._flushed_at = 0.0
        self._running = False

    @property
    def can_suspend(self) -> bool:
        """The terminal can be given to another program for a while."""
        return True

    @property
    def keys_come_fast(self) -> bool:
        """Whether keys come as fast as from one that is held down, or wait for their turn."""
        return self._reads_come_fast or self._turns.waiting > 0

    def is_quiet(self, seconds: float) -> bool:
        """Say whether the screen is there, and for so long no key has come and nothing was to be sent."""
        is_shown = self._keeping is not None
        last = max(self._read_at, self._flushed_at)
        return is_shown and self._loop.time() - last >= seconds and not (self._flushing or self._line.busy)

    @property
    def may_put_off(self) -> float:
        """Seconds for which drawing may be put off: what would be drawn is about to change."""
        waiting = self._turns.waiting
        if waiting:
            return _HELD_FRAME if waiting < _MANY else _MANY_FRAME
        return _FOLLOWED if self._turns.is_followed else 0

    # Beginning and end

    def start_application_mode(self) -> None:
        """Take the terminal, and listen."""
        if not self._line.taken:
            self._line.take()
            self._grid.forget()
        self._running = True
        self._loop.add_reader(self._line.input, self._read)
        wanted: dict[int, Callable[[], None]] = {number: self._ender(number) for number in ENDING}
        wanted[signal.SIGWINCH] = self._window_changed
        wanted[signal.SIGTSTP] = self._stop
        wanted[signal.SIGCONT] = self._continue
        self._signals.tell(self._loop, wanted)
        self._window_changed()

    def disable_input(self) -> None:
        """Listen no more."""
        self._loop.remove_reader(self._line.input)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was, for good."""
        self.suspend_application_mode()
        was_shown = self._keeping is not None
        if was_shown and self.app.is_at_home and not self.app.crash:
            self._keep_frame("")

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while."""
        self._running = False
        self.disable_input()
        self._loop.remove_writer(self._line.output)
        for timer in (self._giving_up, self._resizing, self._keeping):
            if timer:
                timer.cancel()
        self._flush_now()
        self._line.give_back()

    def close(self) -> None:
        """Leave signals to end the program at once: nothing is left to be kept."""
        self._signals.leave_alone()

    def _keep_first_frame(self) -> None:
        """Keep what is on the screen before any key, for the next start that asks for the same."""
        if not self._was_used:
            self._keep_frame(opening.at)

    def _keep_frame(self, at: str) -> None:
        """Keep the screen for a start at the reference `at`, unless a file may be newer than it."""
        path = opening.frame_file(at, (self._grid.columns, self._grid.lines))
        if path is None or self._grid.shown is None:
            return
        with suppress(OSError):
            if not any(changed_since(file, opening.began) for file in self.app.files_shown):
                inputs = [*map(str, (*self.app.files_shown, *self.app.files_kept))]
                frame.write(path, inputs, self._grid.runs())

    def resume_application_mode(self) -> None:
        """Take the terminal again, and draw all of it."""
        self.start_application_mode()
        self._continue()

    def _ender(self, number: int) -> Callable[[], None]:
        return lambda: self.app.end(128 + number)

    # Signals

    @_guarded
    def _window_changed(self) -> None:
        if self._resizing is None:
            self._resizing = self._loop.call_later(_SETTLES, self._take_size)

    @_guarded
    def _take_size(self) -> None:
        self._resizing = None
        size = self._line.size
        if size == self._size or not self._running:
            return
        self._size = size
        self._grid = self._new_grid()
        textual_size = Size(*size)
        self.send_message(events.Resize(textual_size, textual_size))

    @_guarded
    def _stop(self) -> None:
        """Ctrl+Z, or a SIGTSTP from elsewhere: stop, with all of the job, until there is a SIGCONT."""
        if not self._running or not self._auto_restart:
            return
        self._flush_now()
        self._line.give_back()
        noticed = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.killpg(os.getpgrp(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, noticed)
        self._continue()

    @_guarded
    def _continue(self) -> None:
        """Take the terminal as after a stop, during which anything may have happened to it."""
        if self._running:
            self._line.take()
            self.redraw()
            self._window_changed()

    # Keys

    @_guarded
    def _read(self) -> None:
        try:
            data = os.read(self._line.input, _READ)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.disable_input()
            Thread(target=self._signals.insist, args=(signal.SIGHUP,), daemon=True).start()
            self.app.end(128 + signal.SIGHUP)
            return
        now = self._loop.time()
        self._reads_come_fast, self._read_at = now - self._read_at < HELD, now
        for unit in self._keyboard.feed(data):
            self._understand(unit)
        if self._giving_up:
            self._giving_up.cancel()
            self._giving_up = None
        if self._keyboard.waiting:
            delay = _LOST_AFTER if self._keyboard.pasting else constants.ESCAPE_DELAY
            self._giving_up = self._loop.call_later(delay, self._give_up)

    @_guarded
    def _give_up(self) -> None:
        self._giving_up = None
        for unit in self._keyboard.give_up():
            self._understand(unit)

    def _understand(self, unit: str) -> None:
        """Pass on what a character, a sequence or a pasted text means, if anything."""
        if unit.startswith(PASTE_BEGINS):
            text = unit.removeprefix(PASTE_BEGINS).removesuffix(PASTE_ENDS).replace("\x00", "")
            self._turns.add(events.Paste(text))
        elif unit.startswith("\x1b[?2026;") and unit.endswith("$y"):
            self._holds_frames = unit[8] in "12"
        else:
            with suppress(ValueError, OverflowError):
                for message in self._messages(unit):
                    self._was_used = True
                    self._turns.add(message)

    @_guarded
    def _hand_on(self, message: Message) -> None:
        self.process_message(message)

    def _messages(self, unit: str) -> Iterator[Message]:
        """Yield the keys or the mouse's event in a unit. Raises ValueError or OverflowError for nonsense."""
        if unit.startswith("\x1b[<"):
            event = self._parser.parse_mouse_code(unit)
            if isinstance(event, events.MouseEvent) and Size(*(self._size or (0, 0))).contains(
                int(event.x), int(event.y)
            ):
                yield event
            return
        if len(unit) > 64:  # noqa: PLR2004 (no key is so long)
            return
        for key in self._parser._sequence_to_key_events(unit.replace("\n", "\r")):  # noqa: SLF001
            if key.key != Keys.Ignore and not _unwritable(key.character):
                yield key

    def send_message(self, message: Message) -> None:
        """Pass a message to the application: we are in its thread."""
        self._app.post_message(message)

    # The screen

    def _new_grid(self) -> Grid:
        columns, lines = self._line.size
        return Grid(columns, lines, erases=fills(os.environ.get("TERM", "")))

    def paint(self, update: CompositorUpdate, cursor: tuple[int, int]) -> None:
        """Take what Textual drew; it is sent when this turn of the loop is over."""
        if self._whole_frames:
            self._line.write(written(self._placed(update)).encode())
        else:
            for x, y, pieces, width in self._placed(update):
                self._grid.paint(x, y, pieces, width)
        self._cursor = cursor
        self.flush()

    def _placed(self, update: CompositorUpdate) -> Iterator[Placed]:
        system = self.app.console._color_system or ColorSystem.STANDARD  # noqa: SLF001
        return placed(update, system, colour=not self.app.no_color)

    def write(self, data: str) -> None:
        """Send nothing: what Textual writes past `paint` is a bell or a pointer's shape at best."""

    def write_clipboard(self, sequence: str) -> None:
        """Send a request to the clipboard, as made by `clipboard.copy_sequence`."""
        self._flush_now()
        self._line.write(sequence.encode())
        self._wait_for_line()

    def use_mouse(self, *, wanted: bool) -> None:
        """Ask for reports of the mouse, or leave the mouse to the terminal."""
        self._flush_now()
        self._line.use_mouse(wanted=wanted)
        self._wait_for_line()

    def redraw(self) -> None:
        """Draw all of the screen anew, whatever the terminal shows."""
        self._grid.forget()
        if self._whole_frames:
            self.app.screen.refresh()
        self.flush()

    def flush(self) -> None:
        """Send what has changed: at once, or while a key is held, so many times a second."""
        if not self._flushing and self._running:
            self._flushing = True
            self._loop.call_at(self._flushed_at + _HELD_FRAME if self.keys_come_fast else 0, self._flush)

    @_guarded
    def _flush(self) -> None:
        self._flushing = False
        if self._running and not self._line.busy:
            self._flush_now()
            if self._keeping is None:
                self._keeping = self._loop.call_later(_SETTLED, self._keep_first_frame)
        self._wait_for_line()

    def _flush_now(self) -> None:
        text = "" if self._whole_frames else self._grid.difference(self._cursor)
        if text:
            if self._holds_frames:
                text = f"{_FRAME_BEGINS}{text}{_FRAME_ENDS}"
            self._line.write(text.encode())
            self._flushed_at = self._loop.time()

    def _wait_for_line(self) -> None:
        if self._line.busy and self._running:
            self._loop.add_writer(self._line.output, self._line_ready)

    @_guarded
    def _line_ready(self) -> None:
        self._line.send()
        if not self._line.busy:
            self._loop.remove_writer(self._line.output)
            self.flush()


def _unwritable(character: str | None) -> bool:
    return character is not None and any("\ud800" <= one <= "\udfff" or one == "\ufffd" for one in character)
