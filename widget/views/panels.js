/** What opens over the talk, and leaves the numbers in view: the list for the visit, and the settings. */

import { html, nothing } from "../vendor/lit-html.js";
import { button, icon, link, opens, tool } from "./parts.js";

const panel = (guide, title, content) => html`
  <div class="panel" role="dialog" aria-labelledby="panel-title">
    <div class="panel-bar">
      <h2 id="panel-title" tabindex="-1">${title}</h2>
      ${tool("close", guide.say("close"), guide.close)}
    </div>
    ${content}
  </div>
`;

const change = (guide, name, question, payload, place, to) => {
  const words = guide.say(`list_${name}`);
  // What has moved keeps the focus on the same button, one place further.
  const act = () => guide.changeList(payload + JSON.stringify({ place, to }), `[data-place=${name}${to ?? place}]`);
  return html`
    <button type="button" class="tool" aria-label="${words}: ${question}" data-place="${name}${place}" @click=${act}>
      ${icon(name)}<span>${words}</span>
    </button>
  `;
};

const row = (guide, question, place, count) => html`
  <li>
    ${question}
    <div>
      ${place > 1 ? change(guide, "up", question, "/move_in_list", place, place - 1) : nothing}
      ${place < count ? change(guide, "down", question, "/move_in_list", place, place + 1) : nothing}
      ${change(guide, "remove", question, "/remove_from_list", place)}
    </div>
  </li>
`;

const add = (guide) => async (event) => {
  event.preventDefault();
  const field = event.currentTarget.querySelector("input");
  const question = field.value.trim();
  if (question && (await guide.addOwn(question))) field.value = "";
  if (guide.panel) field.focus();
};

const take = (guide, path, name) => html`
  <form method="post" action=${new URL(path, guide.base)} target="_blank" rel="noopener">
    <input type="hidden" name="token" .value=${guide.talk.token} />
    <button type="submit" class="quiet">${guide.say(name)}${opens(guide)}</button>
  </form>
`;

/** Return the panel of the list. */
export const list = (guide) => {
  const questions = guide.state.visit_list || [];
  return panel(
    guide,
    guide.say("list_title"),
    html`
      <p>${guide.say(questions.length ? "list_intro" : "list_empty")}</p>
      <ol class="questions" ?hidden=${!questions.length}>
        ${questions.map((question, place) => row(guide, question, place + 1, questions.length))}
      </ol>
      <form class="own" @submit=${add(guide)}>
        <label for="own">${guide.say("list_own")}</label>
        <div class="row">
          <input id="own" autocomplete="off" maxlength="300" />
          <button type="submit" class="quiet">${guide.say("list_add")}</button>
        </div>
      </form>
      ${questions.length
        ? html`<div class="doors">
            ${take(guide, "visit-list", "list_print")} ${take(guide, "visit-list.pdf", "list_pdf")}
          </div>`
        : nothing}
      <p>${link(guide, new URL("visit-list", guide.base), guide.say("list_blank"))}</p>
    `,
  );
};

const size = (guide, step) => html`
  <label><input type="radio" name="size" .checked=${guide.look.size === step}
      @change=${() => guide.setLook("size", step)} /> ${guide.say(`size_${step}`)}</label>
`;

const tick = (guide, name) => html`
  <label><input type="checkbox" .checked=${Boolean(guide.look[name])}
      @change=${(event) => guide.setLook(name, event.target.checked)} /> ${guide.say(name)}</label>
`;

const print = (guide) => {
  if (!guide.answers.length) return html`<p>${guide.say("print_none")}</p>`;
  const url = new URL("print", guide.base);
  new Set(guide.answers.map((one) => one.address)).forEach((address) => url.searchParams.append("a", address));
  if (guide.state.amount) url.searchParams.set("amount", guide.state.amount);
  return link(guide, url, guide.say("print"), "quiet");
};

/** Return the panel of the settings. */
export const settings = (guide) =>
  panel(
    guide,
    guide.say("settings"),
    html`
      <fieldset><legend>${guide.say("size")}</legend>${[1, 2, 3].map((step) => size(guide, step))}</fieldset>
      ${tick(guide, "contrast")} ${guide.hasVoice ? tick(guide, "aloud") : nothing}
      <h3>${guide.say("take")}</h3>
      <div class="doors">
        ${print(guide)} ${button(guide.say("save"), guide.save)}
      </div>
      <h3>${guide.say("forget_title")}</h3>
      <p>${guide.say("forget_text")}</p>
      ${button(guide.say("forget"), guide.forget, "quiet danger")}
      <p class="small">${guide.say("leave_text")}</p>
    `,
  );
