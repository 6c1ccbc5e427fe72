/** The numbers to call: always in the header, once more where the connection is lost, and big in an alarm. */

import { html, nothing } from "../vendor/lit-html.js";
import { button, icon, tool } from "./parts.js";

/** Return a number as a link where it can be dialled, as text where it can't. */
export const number = (words, tel) => (tel ? html`<a href=${tel}>${words}</a>` : html`<span>${words}</span>`);

// "call or text 988 (988 Suicide & Crisis Lifeline)": the name is for where there is room.
const brief = (crisis) => crisis.replace(/ \(.*/, "");

const numbers = (guide) => {
  const { emergency, emergency_tel, crisis, crisis_tel, nurse_line, nurse_tel, hours } = guide.clinic;
  const called = (name) => html`<span class="name">${guide.say(name)}</span> `;
  return html`
    <ul class="numbers" aria-label=${guide.say("numbers")}>
      <li class="first">${number(html`${called("emergency")}<b>${emergency}</b>`, emergency_tel)}</li>
      <li>${number(html`${called("crisis")}<b>${brief(crisis)}</b>`, crisis_tel)}</li>
      <li class="nurse">${number(html`${called("nurse")}<b>${nurse_line}</b>`, nurse_tel)}<small>, ${hours}</small></li>
    </ul>
  `;
};

const alarm = (guide) => {
  const { emergency, emergency_tel, crisis, crisis_tel } = guide.clinic;
  const isCrisis = guide.state.alarm === "crisis";
  const help = number(guide.say(isCrisis ? "in_danger" : "call", { number: emergency }), emergency_tel);
  return html`
    <p>${guide.say(isCrisis ? "alarm_crisis" : "alarm_emergency")}</p>
    <p class="big">${isCrisis ? number(brief(crisis), crisis_tel) : nothing}${help}</p>
  `;
};

const opener = (guide, name, label) => html`
  <button type="button" class="tool" aria-haspopup="dialog" aria-expanded=${guide.panel === name}
    @click=${() => guide.toggle(name)}>${icon(name)}<span>${label}</span></button>
`;

/** Return the header. */
export const head = (guide) => {
  const count = guide.state.visit_list?.length;
  const isAlarm = Boolean(guide.state.alarm);
  const title = guide.form === "page" ? html`<h1>${guide.name}</h1>` : html`<h2>${guide.name}</h2>`;
  return html`
    <div class="head">
      <div class="bar">
        ${title}
        ${opener(guide, "list", count ? `${guide.say("list")} (${count})` : guide.say("list"))}
        ${opener(guide, "settings", guide.say("settings"))}
        ${tool("leave", guide.say("leave"), guide.leave)}
        ${guide.form === "bubble" ? tool("close", guide.say("close"), guide.shut) : nothing}
      </div>
      <div class=${isAlarm ? "alarm" : "calm"} role="alert">${isAlarm ? alarm(guide) : nothing}</div>
      ${numbers(guide)}
    </div>
  `;
};

/** Return what is said of a lost or slow connection; always mounted, so that it is read out. */
export const banner = (guide) => {
  const isOffline = navigator.onLine === false;
  const isLost = guide.talk.isLost;
  const { emergency, emergency_tel, crisis, crisis_tel, nurse_line, nurse_tel } = guide.clinic;
  const called = (name, words, tel) => html`<li>${guide.say(name)}: ${number(words, tel)}</li>`;
  const lost = () => html`
    <div class="banner">
      <p>${guide.say(isLost ? "lost" : "offline")}</p>
      ${isLost ? button(guide.say("send_again"), () => guide.talk.resend()) : nothing}
      <p>${guide.say("lost_call")}</p>
      <ul>
        ${called("emergency", emergency, emergency_tel)} ${called("crisis", crisis, crisis_tel)}
        ${called("nurse", nurse_line, nurse_tel)}
      </ul>
    </div>
  `;
  const slow = () => (guide.isSlow ? html`<p class="banner">${guide.say("slow")}</p>` : nothing);
  return html`<div class="banners" role="status">${isLost || isOffline ? lost() : slow()}</div>`;
};

/** Return the buttons that settle an alarm, as long as it is open. */
export const alarmSteps = (guide) => {
  const steps = guide.alarmSteps;
  if (!steps.length) return nothing;
  return html`<div class="steps">${steps.map((step) => button(step.title, () => guide.press(step), "step"))}</div>`;
};
