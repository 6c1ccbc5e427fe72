/** Numbers as people, filled in and outlined, so that nothing depends on colour; and drawings that teach. */

import { html, svg } from "../vendor/lit-html.js";

const IN_ROW = 10;
const HEIGHT = 15; // of one person's field, 10 wide

const at = (place, x, y) => `M${(place % IN_ROW) * 10 + x} ${Math.floor(place / IN_ROW) * HEIGHT + y}`;
const head = (place) => `${at(place, 5, 1)}a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4z`;
const body = (place) => `${at(place, 2, 13.5)}v-4.2a3 3 0 0 1 6 0v4.2z`;
const drawn = (part, from, to) => Array.from({ length: to - from }, (_, place) => part(from + place)).join("");

/** Return the drawing with its words; in a range, those between are half filled: the head alone. */
export const figure = (guide, { count, up_to = count, of, words }) => {
  const blanks = { count, up_to, of, between: up_to - count, rest: of - up_to, words };
  const say = (name) => guide.say(`${up_to > count ? "range" : "figure"}_${name}`, blanks);
  return html`
    <figure class="people">
      ${svg`<svg role="img" aria-label=${say("alt")} viewBox="0 0 100 ${Math.ceil(of / IN_ROW) * HEIGHT}">
        <path class="full" d=${drawn(head, 0, up_to) + drawn(body, 0, count)} />
        <path class="line" d=${drawn(head, up_to, of) + drawn(body, count, of)} />
      </svg>`}
      <figcaption><strong>${say("words")}</strong> ${words} <small>${say("key")}</small></figcaption>
    </figure>
  `;
};

// A page may forbid pictures of another host: then the description stands open in its place.
const missing = (event) => {
  event.target.hidden = true;
  event.target.parentNode.querySelector("details").open = true;
};

/** Return the picture with its title and its description. */
export const picture = (guide, { title, alt, url }) => html`
  <figure class="picture">
    <img src=${new URL(url.replace("/", ""), guide.base)} alt=${alt} loading="lazy" @error=${missing} />
    <figcaption>${title}</figcaption>
    <details><summary>${guide.say("picture")}</summary><p>${alt}</p></details>
  </figure>
`;
