"""The modes that a terminal is asked for and that are taken back at the end.

After xterm's control sequences, "DEC Private Mode Set". Asked for: the alternate screen, the mouse's
buttons and drags in decimal form, and pasted text in brackets, so that no pasted letter acts as a key. Not
asked for: the mouse's every move and the reports of focus, which cost bytes and serve nothing here.
"""

MOUSE_ON = "\x1b[?1000h\x1b[?1002h\x1b[?1006h"
MOUSE_OFF = "\x1b[?1006l\x1b[?1002l\x1b[?1000l"

TAKE = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[?2026$p"
"""The last asks whether the terminal can hold a frame back until it is whole (DEC mode 2026)."""

GIVE_BACK = (
    "\x1b\\"  # ends a string that was cut in the middle
    f"\x1b[?2026l\x1b[m{MOUSE_OFF}\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"
)

NO_SCREEN = (None, "", "dumb")
"""Values of TERM that stand for a terminal without a cursor that moves."""


def fills(term: str) -> bool:
    """Say whether a terminal fills what it erases with the ground of the pen; GNU screen does not."""
    return not term.startswith(("screen", "vt1"))
