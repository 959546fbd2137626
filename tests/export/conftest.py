"""A real browser for the web page."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium, headless.

    For one module and no longer: Playwright keeps an event loop running, in which no other can be run.
    """
    if CHROMIUM is None:
        pytest.skip("no chromium: on Debian, apt install chromium fonts-dejavu-core")
    with sync_playwright() as playwright:
        # Root has no sandbox, and a container little shared memory.
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()
