"""Run as `python -m briefing_tui`."""

from briefing_tui.cli.main import run

if __name__ == "__main__":
    run()
