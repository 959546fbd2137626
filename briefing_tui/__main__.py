"""The program: shows what it can at once, then loads the rest."""

import sys

from briefing_tui.tui.terminal import opening


def run() -> None:
    """Run as a program."""
    try:
        opening.end_on_ctrl_c()
        opening.begin(sys.argv[1:])
        from briefing_tui.cli.main import run as run_commands  # noqa: PLC0415 (after the first frame)

        opening.raise_on_ctrl_c()
        run_commands()
    except KeyboardInterrupt:
        opening.end()
        sys.exit(130)


if __name__ == "__main__":
    run()
