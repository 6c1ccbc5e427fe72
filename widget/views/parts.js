/** What the views share: buttons, links to a new window, and the few signs beside words. */

import { html, svg } from "../vendor/lit-html.js";

const SHAPES = {
  list: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
  settings:
    "M4 7h9m5 0h2M4 17h2m5 0h9M13 7a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M6 17a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
  leave: "M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4M10 8l-4 4l4 4M6 12h9",
  close: "M6 6l12 12M18 6L6 18",
  send: "M12 19V5M5.5 11.5L12 5l6.5 6.5",
  up: "M12 19V6M6 12l6-6l6 6",
  down: "M12 5v13M6 12l6 6l6-6",
  talk: "M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z",
};

/** Return the sign of a name; it is hidden from screen readers. */
export const icon = (name) => svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d=${SHAPES[name] || SHAPES.close} />
</svg>`;

/** Return a button with words. */
export const button = (words, act, kind = "quiet") =>
  html`<button type="button" class=${kind} @click=${act}>${words}</button>`;

/** Return a button with a sign above its words. */
export const tool = (name, words, act) => button(html`${icon(name)}<span>${words}</span>`, act, "tool");

/** Return a link to a new window, which says so. */
export const link = (guide, url, words, kind = "") =>
  html`<a class=${kind} href=${url} target="_blank" rel="noopener noreferrer">${words}${opens(guide)}</a>`;

/** Return the words for what opens a new window, for those who can't see that it did. */
export const opens = (guide) => html`<span class="away"> (${guide.say("new_window")})</span>`;
