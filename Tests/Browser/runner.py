"""A small test runner: functions named test_*, each with a fresh browser window, one line per result, a picture of every failure."""

import fnmatch
import importlib
import itertools
import time
import traceback
from pathlib import Path

from playwright.sync_api import sync_playwright

from house import House

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / "screenshots"
SIZES = {"wide": (1280, 800), "phone": (390, 844)}
DEFAULTS = {"size": "wide", "language": "fr"}


def for_each(**choices):
    """Runs the test once for every combination: @for_each(size=["wide", "phone"], language=["fr", "en"])."""

    def mark(function):
        function.choices = choices
        return function

    return mark


def combinations(function):
    choices = getattr(function, "choices", {})
    for values in itertools.product(*choices.values()):
        yield dict(zip(choices.keys(), values))


def collect(path, pattern):
    """Every (name, function, settings) of a file whose name fits the pattern, in the order of its lines."""
    for name, function in vars(importlib.import_module(path.stem)).items():
        if not name.startswith("test_"):
            continue
        for settings in combinations(function):
            label = " ".join([name.removeprefix("test_").replace("_", " "), *settings.values()])
            if fnmatch.fnmatch(label, f"*{pattern}*"):
                yield label, function, settings


def files(pattern):
    """The tests that fit, by file; the files with the most of them first, so that none of these is alone at the end."""
    found = [list(collect(path, pattern)) for path in sorted(Path(__file__).parent.glob("test_*.py"))]
    return sorted([tests for tests in found if tests], key=len, reverse=True)


class Window:
    """The browser windows of one test, one for each person: their size and language, and what went wrong in their consoles."""

    def __init__(self, browser, settings):
        settings = DEFAULTS | settings
        self.size = settings["size"]
        self.language = settings["language"]
        self.browser = browser
        self.complaints = []
        self.contexts = {}
        self.context = self.context_of(None)

    def context_of(self, person):
        """The window of one person: cookies of its own, as on a till of its own."""
        if person not in self.contexts:
            self.contexts[person] = self._new_context()
        return self.contexts[person]

    def _new_context(self):
        width, height = SIZES[self.size]
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            locale={"fr": "fr-FR", "en": "en-GB"}[self.language],
            has_touch=self.size == "phone",
            is_mobile=self.size == "phone",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        context.on("weberror", lambda error: self.complaints.append(f"page error: {error.error}"))
        context.on("console", self._on_console)
        return context

    @property
    def pages(self):
        return [page for context in self.contexts.values() for page in context.pages]

    def close(self):
        for context in self.contexts.values():
            context.close()

    def _on_console(self, message):
        expected_refusal = "Failed to load resource" in message.text
        if message.type == "error" and not expected_refusal:
            self.complaints.append(f"console: {message.text}")

    def new_page(self):
        return self.context.new_page()

    def picture(self, page, name):
        SCREENSHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name}-{self.size}-{self.language}.png")


def run_one(browser, demo, function, settings, label):
    window = Window(browser, settings)
    started = time.monotonic()
    try:
        function(House(demo, window))
        if window.complaints:
            raise AssertionError("the browser complained:\n  " + "\n  ".join(window.complaints))
        print(f"passed  {label}  ({time.monotonic() - started:.1f} s)", flush=True)
        return True
    except Exception:
        print(f"FAILED  {label}  ({time.monotonic() - started:.1f} s)", flush=True)
        print("        " + traceback.format_exc().replace("\n", "\n        "), flush=True)
        for complaint in window.complaints:
            print(f"        {complaint}", flush=True)
        for number, page in enumerate(window.pages):
            SCREENSHOTS.mkdir(exist_ok=True)
            page.screenshot(path=SCREENSHOTS / f"failed-{label.replace(' ', '-')}-{number}.png")
            print(f"        {page.url}: see screenshots/failed-{label.replace(' ', '-')}-{number}.png", flush=True)
        return False
    finally:
        window.close()


def run_all(demo, tests):
    """Runs tests on one demo; returns how many passed and how many failed."""
    results = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        for label, function, settings in tests:
            results.append(run_one(browser, demo, function, settings, label))
        browser.close()
    return results.count(True), results.count(False)
