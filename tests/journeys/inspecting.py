"""What a person would notice on a page and a machine can measure."""

from axe_playwright_python.sync_playwright import Axe

_TOO_WIDE = """() => {
  const width = document.scrollingElement.clientWidth;
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const mayScroll = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement) if (scrolls(up)) return true;
    return false;
  };
  const found = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    const seen = element.checkVisibility() && box.width > 1 && box.height > 1;
    return seen && (box.right > width + 1 || box.left < -1) && !mayScroll(element);
  });
  const names = found.map((element) => element.outerHTML.slice(0, 120));
  const whole = document.scrollingElement.scrollWidth;
  return whole > width ? [`the page is ${whole} pixels wide`, ...names] : names;
}"""


def violations(page):
    """Return a line for each element in breach of a rule of axe-core's; every rule is on."""
    response = Axe().run(page).response
    return [
        f"{breach['id']}: {breach['help']}: {node['html']} {node.get('failureSummary', '')}"
        for breach in response["violations"]
        for node in breach["nodes"]
    ]


def too_wide(page):
    """Return what reaches beyond the sides of the screen and cannot be scrolled to."""
    return page.evaluate(_TOO_WIDE)


def open_all_details(page):
    """Open everything that a reader can unfold."""
    page.evaluate("() => document.querySelectorAll('details').forEach((each) => each.open = true)")
