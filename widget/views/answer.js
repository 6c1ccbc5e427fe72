/** An answer: its words, with those of the glossary as buttons; figures, next step, whom to call, what it rests on. */

import { html, nothing, svg } from "../vendor/lit-html.js";
import { inline } from "../text.js";
import { button, link } from "./parts.js";

const chosen = (address) => `/choose${JSON.stringify({ address })}`;
const sending = (guide, name, payload, title = guide.say(name)) =>
  button(guide.say(name), () => guide.press({ payload, title }));

const IN_ROW = 10;
const HEIGHT = 15; // of one person's field, 10 wide

const at = (place, x, y) => `M${(place % IN_ROW) * 10 + x} ${Math.floor(place / IN_ROW) * HEIGHT + y}`;
const head = (place) => `${at(place, 5, 1)}a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4z`;
const body = (place) => `${at(place, 2, 13.5)}v-4.2a3 3 0 0 1 6 0v4.2z`;
const drawn = (part, from, to) => Array.from({ length: to - from }, (_, place) => part(from + place)).join("");

// Numbers as people, filled in and outlined, so that nothing depends on colour; in a range, those between are half
// filled: the head alone.
const figure = (guide, { count, up_to = count, of, words }) => {
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

const picture = (guide, { title, alt, description, url }) => html`
  <figure class="picture">
    <img src=${new URL(url.replace("/", ""), guide.base)} alt=${alt} loading="lazy" @error=${missing} />
    <figcaption>${title}</figcaption>
    <details><summary>${guide.say("picture")}</summary><p>${description}</p></details>
  </figure>
`;

const paragraphOf = (key) => key.replace(/-\d+-\d+$/, "");

const termButton = (guide, key, { text, term }) =>
  html`<button type="button" class="term" data-term=${key} aria-haspopup="dialog"
    aria-expanded=${guide.term?.key === key} @click=${() => guide.openTerm(key, term)}>${text}</button>`;

// The card of the word that is open in a paragraph; it stands in the flow, so it covers nothing.
const termCard = (guide, paragraph) => {
  if (!guide.term || paragraphOf(guide.term.key) !== paragraph) return nothing;
  const { term, say, meaning, more } = guide.term.term;
  return html`
    <div class="term-card" role="dialog" tabindex="-1" aria-label=${guide.say("term", { term })}>
      <p><strong>${term}</strong>${say ? html` <small>${guide.say("term_say", { say })}</small>` : nothing}</p>
      <p>${meaning}</p>
      <div class="doors">
        ${more ? sending(guide, "term_more", chosen(more), term) : nothing}
        ${button(guide.say("close"), guide.closeTerm)}
      </div>
    </div>
  `;
};

const line = (guide, key, pieces) =>
  pieces.map((piece, place) => (piece.term ? termButton(guide, `${key}-${place}`, piece) : inline(piece.text)));

const paragraph = (guide, key, { kind, lines }) => {
  const parts = lines.map((pieces, place) => html`${line(guide, `${key}-${place}`, pieces)}`);
  const body =
    kind === "list"
      ? html`<ul>${parts.map((part) => html`<li>${part}</li>`)}</ul>`
      : html`<p>${parts.map((part, place) => html`${place ? html`<br />` : nothing}${part}`)}</p>`;
  return html`${body}${termCard(guide, key)}`;
};

const source = (guide, one) => html`
  <li>
    ${/^https?:/.test(one.url) ? link(guide, one.url, one.title) : one.title}
    <br /><small>${[one.organisation, one.date].filter(Boolean).join(", ")}</small>
  </li>
`;

const basis = (guide, answer) => html`
  <details class="basis">
    <summary>${guide.say("sources_count", { count: answer.sources.length })}</summary>
    <p>${answer.mark} ${answer.checked ? guide.say("checked", { date: answer.checked }) : nothing}</p>
    <ul>${answer.sources.map((one) => source(guide, one))}</ul>
  </details>
`;

const voice = (guide, answer) =>
  guide.hasVoice
    ? button(guide.say(guide.speaking === answer ? "read_stop" : "read"), () => guide.readAloud(answer))
    : nothing;

// What these ask for is about the newest answer: the server knows no other "this".
const doors = (guide, answer) => {
  const isClinician = answer.part === "clinician";
  return html`
    <div class="doors">
      ${answer.has_more && answer.part === "brief" ? sending(guide, "more", "/ask_for_more") : nothing}
      ${isClinician ? nothing : sending(guide, "simpler", "/ask_for_simpler")}
      ${sending(guide, "check", "/check_understanding")} ${sending(guide, "add", "/add_to_list")}
      ${answer.has_clinician && !isClinician ? sending(guide, "clinician", "/ask_for_clinician_detail") : nothing}
      ${voice(guide, answer)}
    </div>
    <div class="feedback" role="group" aria-label=${guide.say("was_it")}>
      <span aria-hidden="true">${guide.say("was_it")}</span>
      ${["clear", "unclear", "wrong"].map((kind) => sending(guide, kind, `/say_${kind}`, guide.say(`said_${kind}`)))}
    </div>
  `;
};

const next = (guide, step) => html`<div class="next"><strong>${guide.say("next_step")}</strong><p>${step}</p></div>`;

const older = (guide, answer) => html`
  <div class="doors">
    ${sending(guide, "again", chosen(answer.address), `${answer.title}: ${answer.heading}`)}
    ${voice(guide, answer)}
  </div>
`;

/** Return an answer as a card. `key` names it among all answers shown. */
export const answer = (guide, answer, key) => {
  const part = { more: "part_more", clinician: "part_clinician" }[answer.part];
  const isNewest = answer === guide.answers.at(-1);
  return html`
    <article class="answer" aria-labelledby="a-${key}" lang=${answer.language || guide.settings.language}>
      <h2 id="a-${key}"><span class="topic">${answer.title}</span><span class="away">: </span>${answer.heading}${part
        ? html`<span class="part"> (${guide.say(part)})</span>`
        : nothing}</h2>
      ${answer.paragraphs.map((one, place) => paragraph(guide, `${key}-${place}`, one))}
      ${(answer.figures || []).map((one) => figure(guide, one))}
      ${(answer.pictures || []).map((one) => picture(guide, one))}
      ${answer.next_step ? next(guide, answer.next_step) : nothing}
      ${answer.call_line ? html`<p class="call-line">${inline(answer.call_line)}</p>` : nothing}
      ${guide.state.alarm ? nothing : isNewest ? doors(guide, answer) : older(guide, answer)}
      ${basis(guide, answer)}
      <p class="small">${answer.disclaimer}</p>
    </article>
  `;
};
