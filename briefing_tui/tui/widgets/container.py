"""What holds other widgets, and shows nothing itself but the ground that they leave free."""

from __future__ import annotations

from textual import containers


class Horizontal(containers.Horizontal):
    """Holds widgets side by side."""

    BLANK = True


class Vertical(containers.Vertical):
    """Holds widgets one below the other."""

    BLANK = True
