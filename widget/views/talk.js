/** The talk itself: the welcome, then each message with its reply. */

import { html, nothing } from "../vendor/lit-html.js";
import { blocks } from "../text.js";
import { answer } from "./answer.js";
import { button } from "./parts.js";

const chip = (guide, one) => html`<li>${button(one.title, () => guide.press(one), "chip")}</li>`;

const starters = (guide) => html`
  <p id="starters">${guide.say("starters")}</p>
  <ul class="chips" aria-labelledby="starters">${guide.settings.starters.map((one) => chip(guide, one))}</ul>
`;

const welcome = (guide) => html`
  <div class="welcome">
    ${(guide.settings.welcome || []).map(blocks)}
    ${guide.shown.length || !guide.settings.starters?.length ? nothing : starters(guide)}
    <div class="pair">
      <div><h2>${guide.say("what_it_is")}</h2><p>${guide.say("what_it_is_text")}</p></div>
      <div><h2>${guide.say("what_it_is_not")}</h2><p>${guide.say("what_it_is_not_text")}</p></div>
    </div>
    <p class="small">${guide.say("private")}</p>
  </div>
`;

// Every other button answers what was asked last.
const LASTING = /^\/(choose|start_script)\b/;

const chips = (guide, entry, buttons) => {
  const isLatest = entry === guide.newest;
  const usable = (buttons || []).filter((one) => {
    return !guide.isAlarmStep(one) && (isLatest || (LASTING.test(one.payload) && !guide.state.alarm));
  });
  if (!usable.length) return nothing;
  return html`
    <ul class="chips" aria-label=${guide.say("choices")}>${usable.map((one) => chip(guide, one))}</ul>
  `;
};

const item = (guide, entry, one, place) => html`
  ${one.text ? html`<div class="text">${blocks(one.text)}</div>` : nothing}
  ${one.custom?.answer ? answer(guide, one.custom.answer, `${entry.id}-${place}`) : nothing}
  ${chips(guide, entry, one.buttons)}
`;

const reply = (guide, entry) =>
  entry.items
    ? html`
        <div class="reply is-${entry.outcome}" tabindex="-1">
          <span class="away">${guide.say("guide_said")}</span>
          ${entry.items.map((one, place) => item(guide, entry, one, place))}
        </div>
      `
    : nothing;

// What became of a message that has no reply yet.
const fate = (guide, entry) => {
  if (entry.status === "sent") return nothing;
  if (entry.status === "sending") {
    return html`<p class="fate writing"><i></i><i></i><i></i> ${guide.say("writing")}</p>`;
  }
  // A lost message goes again by itself, or by the banner below.
  if (entry.status === "lost") return html`<p class="fate">${guide.say("not_sent")}</p>`;
  if (entry.status === "waiting") return html`<p class="fate">${guide.say("sending")}</p>`;
  return html`
    <div class="fate">
      <div class="text warn">${(entry.notice || [guide.say("not_sent")]).map(blocks)}</div>
      ${entry.code === 413 ? nothing : button(guide.say("send_again"), () => guide.talk.again(entry))}
    </div>
  `;
};

const turn = (guide, entry) => html`
  <li class="turn" data-entry=${entry.id}>
    ${entry.isFresh ? html`<p class="own-note">${guide.say("fresh")}</p>` : nothing}
    <div class="you"><span class="away">${guide.say("you_said")}</span><p>${entry.shown}</p></div>
    ${reply(guide, entry)} ${fate(guide, entry)}
  </li>
`;

/** Return the talk; it scrolls by itself, so the keyboard must reach it. */
export const talk = (guide) => html`
  <div class="talk" role="group" tabindex="0" aria-label=${guide.say("conversation")}>
    ${guide.note ? html`<p class="own-note" tabindex="-1">${guide.say(guide.note)}</p>` : nothing}
    ${welcome(guide)}
    <ol class="turns" ?hidden=${!guide.shown.length}>${guide.shown.map((entry) => turn(guide, entry))}</ol>
  </div>
`;
