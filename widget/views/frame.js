/** The whole: launcher, header, talk, panels, composer, and the live regions, mounted from the start. */

import { html, nothing } from "../vendor/lit-html.js";
import { alarmSteps, banner, head } from "./head.js";
import { icon } from "./parts.js";
import { list, settings } from "./panels.js";
import { talk } from "./talk.js";

const LABELS = ["teach_back", "list", "call_back"];

const submit = (guide) => (event) => {
  event.preventDefault();
  const field = event.currentTarget.querySelector("textarea");
  const text = field.value.trim();
  field.focus();
  if (!text) return;
  field.value = "";
  guide.send(text);
};

const keys = (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.currentTarget.form.requestSubmit();
};

// Enter sends, Shift and Enter begins a new line; the label says what the guide waits for.
const composer = (guide) => html`
  <form class="composer" @submit=${submit(guide)}>
    <label for="words">${guide.say(LABELS.includes(guide.state.asked) ? `label_${guide.state.asked}` : "label")}</label>
    <div class="row">
      <textarea id="words" rows="1" enterkeyhint="send" autocomplete="off" placeholder=${guide.say("placeholder")}
        @keydown=${keys}></textarea>
      <button type="submit" class="send">${icon("send")}<span>${guide.say("send")}</span></button>
    </div>
  </form>
`;

const PANELS = { list, settings };

const live = (guide) => html`
  <div class="away" role="log" aria-live="polite" aria-label=${guide.say("conversation")}></div>
  <div class="away told" role="status"></div>
`;

const inside = (guide) => html`
  ${head(guide)}
  <div class="body">
    <div class="front" ?inert=${Boolean(guide.panel)}>
      ${talk(guide)} ${banner(guide)} ${alarmSteps(guide)} ${composer(guide)}
    </div>
    ${guide.panel ? PANELS[guide.panel](guide) : nothing}
  </div>
  ${live(guide)}
`;

const launcher = (guide) => html`
  <button class="launcher" type="button" aria-expanded=${guide.isOpen} @click=${guide.isOpen ? guide.shut : guide.open}>
    ${icon("talk")}<span>${guide.say("open")}</span>
  </button>
`;

const classes = (guide) => {
  const isStrong = guide.look.contrast || matchMedia("(prefers-contrast: more)").matches;
  return `guide in-${guide.form} size-${guide.look.size} ${isStrong ? "strong" : ""} ${guide.isOpen ? "is-open" : ""}`;
};

const sheet = (guide) =>
  guide.form === "bubble"
    ? html`${launcher(guide)}
        <div class="sheet" role="dialog" aria-label=${guide.name} ?hidden=${!guide.isOpen}>${inside(guide)}</div>`
    : html`<div class="sheet">${inside(guide)}</div>`;

/** Return the widget in the form its page asks for. */
export const frame = (guide) =>
  guide.form === "page"
    ? html`<main class=${classes(guide)} dir=${guide.settings.dir}>${sheet(guide)}</main>`
    : html`<section class=${classes(guide)} dir=${guide.settings.dir} aria-label=${guide.name}>
        ${sheet(guide)}
      </section>`;
