"""What a screen reader would say: each text that appears in a live region while the region stands in the page."""

from __future__ import annotations

from playwright.sync_api import Page

# Runs before any script of the page. A region that comes with its text inside is not announced, nor is a busy one,
# so neither is heard here.
LISTEN = """
window.__heard = [];
const REGIONS = '[role=log], [role=status], [role=alert], [aria-live]';
const hear = (region, text) => {
  const words = text.replace(/\\s+/g, ' ').trim();
  if (!words || region.closest('[aria-busy=true], [hidden], [inert]')) return;
  window.__heard.push({ role: region.getAttribute('role'), words });
};
const listenTo = (root) => new MutationObserver((changes) => {
  for (const change of changes) {
    const target = change.target.nodeType === 1 ? change.target : change.target.parentElement;
    const region = target && target.closest(REGIONS);
    if (!region) continue;
    if (change.type === 'characterData') hear(region, change.target.data);
    const added = [...change.addedNodes].filter((node) => node.nodeType === 1 || node.nodeType === 3);
    for (const node of added) hear(region, node.textContent);
  }
}).observe(root, { subtree: true, childList: true, characterData: true });
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  listenTo(root);
  return root;
};
listenTo(document);
"""


def heard(page: Page, role: str = "log") -> list[str]:
    """Return what was announced by the regions of a role since the page was opened."""
    return [said["words"] for said in page.evaluate("window.__heard") if said["role"] == role]
