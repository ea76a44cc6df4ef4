"""Take the pictures of docs/screenshots anew: `make screenshots`.

The hub is one of its own, with the demo and nothing else, on a database that is deleted after.
"""

import os
import tempfile
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from scripts.problem import Problem, run_program
from tests.journeys.hub_server import HubServer

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
LANGUAGES = ("en", "hi", "my", "ta", "ur")
SCHEMES = ("light", "dark")
SIZES = {360: 740, 768: 1024, 1440: 900}
PAGES = {
    "home": "",
    "guide": "guides/choose-a-problem-form-a-team-write-an-aim/",
    "initiative": "initiatives/kangaroo-mother-care-teaching-hospital/",
    "case-study": "case-studies/bright-labels-on-the-wrong-problem/",
    "episode": "podcast/four-steps-to-better-care/",
    "topic": "topics/quality-improvement-basics/",
    "search": "search/?q=kangaroo",
}
# These two are shown in every way, the others in each language once.
IN_FULL = ("home", "guide")
ONCE = (("en", 1440, "light"), ("hi", 360, "dark"), ("my", 768, "light"))
ONCE += (("ta", 1440, "dark"), ("ur", 360, "light"))
QUALITY = 50


class DemoHub(HubServer):
    """A served hub that holds the demo."""

    def prepare(self):
        """Migrate, load the demo, index it, collect static files."""
        for command in ("migrate", "load_demo", "update_index", "collectstatic --noinput"):
            process = self._start("manage.py", *command.split(), "--verbosity=0")
            if process.wait():
                raise Problem(f"The hub for the pictures cannot be made: {self.log_text()}")


def main():
    """Replace all pictures; raises Problem when a page to be shown is not there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.webp"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="qihub-screenshots-") as name:
        hub = DemoHub(Path(name), f"sqlite:///{name}/hub.sqlite3")
        hub.prepare()
        try:
            hub.start()
            take_all(hub.url)
        finally:
            hub.stop()
    weight = sum(picture.stat().st_size for picture in FOLDER.glob("*.webp"))
    print(f"{len(views())} pictures, {weight // 1000} kB, are in {FOLDER.name}.")


def views():
    """Return (page, language, width, scheme) of every picture."""
    full = [(page, *way) for page in IN_FULL for way in product(LANGUAGES, SIZES, SCHEMES)]
    return full + [(page, *way) for page in PAGES if page not in IN_FULL for way in ONCE]


def file_name(page, language, width, scheme):
    """Return the name of a picture's file."""
    return f"{page}-{language}-{width}-{scheme}.webp"


def take_all(url):
    """Take every picture of the hub at `url`."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        for view in views():
            take(chromium, url, view)
        chromium.close()


def take(chromium, url, view):
    """Take one picture of what a reader sees at first; raises Problem where there is no page."""
    page, language, width, scheme = view
    size = {"width": width, "height": SIZES[width]}
    tab = chromium.new_page(viewport=size, color_scheme=scheme)
    answer = tab.goto(f"{url}/{language}/{PAGES[page]}")
    if not answer.ok:
        raise Problem(f"{answer.url} answers {answer.status}: is it in the demo?")
    drawn = Image.open(BytesIO(tab.screenshot()))
    drawn.save(FOLDER / file_name(*view), quality=QUALITY, method=6)
    tab.close()


if __name__ == "__main__":
    run_program(main)
