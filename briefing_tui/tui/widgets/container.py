"""What holds other widgets, and shows nothing itself but the ground that they leave free."""

from __future__ import annotations

from textual.widget import Widget


class Horizontal(Widget):
    """Holds widgets side by side."""

    BLANK = True


class Vertical(Widget):
    """Holds widgets one below the other."""

    BLANK = True
