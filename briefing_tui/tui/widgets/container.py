"""What holds other widgets, and shows nothing itself but the ground that they leave free."""

from __future__ import annotations

from textual.widget import Widget


class Horizontal(Widget):
    """Holds widgets side by side."""

    BLANK = True
    DEFAULT_CSS = """
    Horizontal {
        width: 1fr;
        height: 1fr;
        layout: horizontal;
        overflow: hidden hidden;
    }
    """


class Vertical(Widget):
    """Holds widgets one below the other."""

    BLANK = True
    DEFAULT_CSS = """
    Vertical {
        width: 1fr;
        height: 1fr;
        layout: vertical;
        overflow: hidden hidden;
    }
    """
