"""Where things are on the screen: in view, covered, too wide."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

# What is drawn at a point, through shadow roots.
AT = """
const drawnAt = (x, y) => {
  let top = document.elementFromPoint(x, y);
  while (top?.shadowRoot) {
    const inside = top.shadowRoot.elementFromPoint(x, y);
    if (!inside || inside === top) break;
    top = inside;
  }
  return top;
};
"""
IN_VIEW = (
    "(at) => { "
    + AT
    + """
  const box = at.getBoundingClientRect();
  const top = drawnAt(box.left + box.width / 2, box.top + box.height / 2);
  const isInside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
  return box.width > 0 && isInside && at.contains(top);
}"""
)
COVERED = (
    "() => { "
    + AT
    + """
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  // The talk itself is as large as its place; what is in it has a turn of its own.
  if (!at || at === document.body || at.matches('.talk')) return '';
  const box = at.getClientRects()[0];
  const isSeen = [0.2, 0.5, 0.8].some((part) => {
    const top = drawnAt(box.left + box.width / 2, box.top + box.height * part);
    return top && (at.contains(top) || top.contains(at));
  });
  return isSeen ? '' : at.innerText || at.id || at.tagName;
}"""
)
WIDE = """() => {
  const isWide = (at) => at.scrollWidth > at.clientWidth + 1;
  const root = document.querySelector('kidney-guide').shadowRoot;
  return isWide(document.documentElement) || [...root.querySelectorAll('.talk, .panel, .sheet, .front')].some(isWide);
}"""


def is_in_view(locator: Locator) -> bool:
    """Whether all of something is on the screen and nothing lies over its middle."""
    return locator.evaluate(IN_VIEW)


def is_wider_than_the_screen(page: Page) -> bool:
    """Whether the page, or anything that scrolls in the widget, must be moved sideways to be read."""
    return page.evaluate(WIDE)


def hidden_with_focus(page: Page, presses: int) -> list[str]:
    """Press Tab some times and return what had the focus while it was covered or off the screen."""
    found = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        found.append(page.evaluate(COVERED))
    return [words for words in found if words]
