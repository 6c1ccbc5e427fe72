/** <kidney-guide>: holds the state, hands it to the views, and does what a press asks for. */

import { render } from "./vendor/lit-html.js";
import { SETTINGS, TALK, LOOK, clear, keep, load } from "./store.js";
import { sheet } from "./styles.js";
import { Talk } from "./talk.js";
import { answerLines, asText, replyLines } from "./text.js";
import { frame } from "./views/frame.js";

const BASE = new URL("../", import.meta.url);
const SLOW = 8_000; // ms until the person is told that it takes long
const ALARM_STEPS = ["/say_help_is_coming", "/say_it_is_no_emergency", "/say_i_am_safe", "/say_no"];
const GRAVE = ["emergency", "crisis", "urgent"];

class KidneyGuide extends HTMLElement {
  base = BASE;
  panel = null; // "list", "settings" or null
  term = null; // the glossary term that is open: {key, term}
  note = null; // a line of our own above the talk: the name of its words
  isOpen = false;
  isSlow = false;
  speaking = null; // the answer that is read aloud
  hasVoice = "speechSynthesis" in window;
  #root = null;
  #opener = null;
  #slow = 0;
  #owed = null; // a talk to delete when the server can be reached

  async connectedCallback() {
    if (this.#root) return;
    const settings = await this.#settings();
    if (settings && !this.#root) this.#start(settings);
  }

  /** "bubble", "panel", or "page": the whole window, unless the page has a frame of its own around it. */
  get form() {
    const mode = this.dataset.mode || this.getAttribute("mode") || "bubble";
    return mode === "page" && this.closest("main") ? "panel" : mode;
  }

  get name() {
    return this.dataset.title || this.say("title");
  }

  get clinic() {
    return this.settings.clinic;
  }

  /** The entries a person sees. */
  get shown() {
    return this.talk.entries.filter((entry) => entry.shown);
  }

  get newest() {
    return this.shown.at(-1);
  }

  get state() {
    return this.talk.state;
  }

  /** All answers shown, oldest first; what the buttons of the newest ask for is about that one alone. */
  get answers() {
    return this.shown.flatMap((entry) => (entry.items || []).flatMap((item) => item.custom?.answer ?? []));
  }

  /** The steps out of an alarm, as long as one is open, wherever they were offered last. */
  get alarmSteps() {
    const items = this.shown.flatMap((entry) => entry.items || []);
    return items.findLast((item) => item.buttons?.some(this.isAlarmStep))?.buttons.filter(this.isAlarmStep) ?? [];
  }

  // An alarm shows its buttons in one place.
  isAlarmStep = (button) => Boolean(this.state.alarm) && ALARM_STEPS.includes(button.payload);

  /** Return words by name, their blanks filled. */
  say(name, blanks = {}) {
    return (this.settings.words[name] ?? "").replace(/\{(\w+)\}/g, (all, key) => blanks[key] ?? all);
  }

  send = (message, shown = message) => {
    this.note = null;
    this.term = null;
    return this.talk.send(message, shown);
  };

  press = (button) => {
    if (button.payload === "/delete_my_data") return this.forget();
    return this.send(button.payload || button.text, button.title);
  };

  // The talk shows nothing of it, unless something grave came of it.
  changeList = async (payload, focus) => {
    const entry = await this.talk.send(payload, "");
    if (entry.status === "sent") this.tell(this.say("list_changed"));
    this.#focus(focus, ".panel h2");
  };

  addOwn = async (question) => {
    const before = this.state.visit_list?.length ?? 0;
    const entry = await this.send(this.say("list_message", { question }));
    const isAdded = (this.state.visit_list?.length ?? 0) > before;
    if (GRAVE.includes(entry.outcome) || !isAdded) this.close();
    else this.tell(this.say("list_changed"));
    return isAdded;
  };

  toggle = (panel) => {
    if (this.panel === panel) return this.close();
    this.#opener ??= this.#root.activeElement;
    this.panel = panel;
    this.update();
    return this.#focus(".panel h2");
  };

  close = () => {
    if (!this.panel) return;
    this.panel = null;
    this.update();
    this.#opener?.isConnected ? this.#opener.focus() : this.#focus("textarea");
    this.#opener = null;
  };

  openTerm = (key, term) => {
    if (this.term?.key === key) return this.closeTerm();
    this.term = { key, term };
    this.update();
    return this.#focus(".term-card");
  };

  closeTerm = () => {
    const key = this.term?.key;
    this.term = null;
    this.update();
    this.#focus(`[data-term="${key}"]`);
  };

  open = () => {
    this.isOpen = true;
    this.#keep();
    this.update();
    this.#focus("textarea");
    this.#toStart(this.newest);
  };

  shut = () => {
    this.isOpen = false;
    this.panel = null;
    this.#keep();
    this.update();
    this.#focus(".launcher");
  };

  setLook = (name, value) => {
    this.look = { ...this.look, [name]: value };
    keep(LOOK, this.look);
    if (!this.look.aloud) this.hush();
    this.update();
    this.#toStart(this.newest);
  };

  readAloud = (answer) => {
    const isSame = this.speaking === answer;
    this.hush();
    if (!isSame) this.#speak(answerLines(answer), answer);
    this.update();
  };

  hush = () => {
    this.speaking = null;
    if (this.hasVoice) speechSynthesis.cancel();
  };

  save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([asText(this)], { type: "text/plain;charset=utf-8" }));
    link.download = this.say("file");
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  /** Delete the talk: here at once, on the server when it can be reached. */
  forget = async () => {
    const talk = this.talk;
    this.hush();
    clear();
    this.#newTalk(null);
    this.#log.replaceChildren();
    this.panel = this.term = this.#opener = null;
    await talk.stop();
    const isDone = !talk.token || (await this.#deleteAt(talk));
    this.#owed = isDone ? null : talk;
    this.note = isDone ? "forgotten" : "forgotten_here";
    this.update();
    this.#focus(".own-note");
  };

  /** Leave at once and without a trace in this browser. */
  leave = () => {
    clear();
    this.#newTalk(null);
    location.replace(this.dataset.exit || this.settings.exit || "about:blank");
  };

  tell(words) {
    this.#root.querySelector(".told").textContent = words;
  }

  update = () => {
    const focused = this.#root.activeElement;
    render(frame(this), this.#root);
    // What was pressed may be gone: the talk takes the focus, and then the reply.
    if (focused && !this.#root.activeElement) this.#focus(".talk");
  };

  async #settings() {
    const url = new URL("widget-settings.json", BASE);
    if (this.dataset.language) url.searchParams.set("language", this.dataset.language);
    try {
      const response = await fetch(url, { credentials: "omit", signal: AbortSignal.timeout?.(8000) });
      if (!response.ok) throw response;
      const settings = await response.json();
      keep(SETTINGS, settings);
      return settings;
    } catch {
      // Without words, what stands in the page stays in view, and we try once more.
      addEventListener("online", () => this.connectedCallback(), { once: true });
      return load(SETTINGS);
    }
  }

  #start(settings) {
    this.settings = settings;
    this.look = { size: 1, contrast: false, aloud: false, ...load(LOOK) };
    const kept = load(TALK);
    this.isOpen = this.form !== "bubble" || (kept?.isOpen ?? "open" in this.dataset);
    this.#root = this.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [sheet, ...this.#accent()];
    this.lang = settings.language;
    this.#newTalk(kept);
    addEventListener("online", this.#online);
    addEventListener("offline", this.update);
    addEventListener("pagehide", this.hush);
    this.#root.addEventListener("keydown", this.#keys);
    this.#toStart(this.newest);
    this.talk.resend();
  }

  // The style sheet makes a clinic's colour dark or light enough to read.
  #accent() {
    const { accent } = this.dataset;
    if (!CSS.supports("color", accent || "")) return [];
    const own = new CSSStyleSheet();
    own.replaceSync(`:host { --guide-accent: ${accent}; }`);
    return [own];
  }

  #newTalk(kept) {
    // A talk that was forgotten may still get a reply, which nobody may see.
    const talk = new Talk(BASE, kept, (entry) => talk === this.talk && this.#changed(entry));
    this.talk = talk;
    this.update();
  }

  #keep() {
    const entries = this.talk.entries.map(({ isNew, ...entry }) => entry);
    keep(TALK, { token: this.talk.token, entries, isOpen: this.isOpen });
  }

  #online = async () => {
    this.update();
    this.talk.resend();
    if (this.#owed && (await this.#deleteAt(this.#owed))) {
      this.#owed = null;
      this.note = "forgotten";
      this.update();
    }
  };

  get #log() {
    return this.#root.querySelector("[role=log]");
  }

  async #deleteAt(talk) {
    const quiet = new Talk(BASE, { token: talk.token }, () => {});
    return (await quiet.send("/delete_my_data", "")).status === "sent";
  }

  #changed(entry) {
    clearTimeout(this.#slow);
    this.isSlow = false;
    if (this.talk.isSending) this.#slow = setTimeout(() => this.update((this.isSlow = true)), SLOW);
    this.#keep();
    this.update();
    if (!entry) return;
    if (entry.status === "waiting") this.#said(entry);
    if (entry.status === "sent" && entry.isNew) this.#replied(entry);
    if (entry.status === "refused") {
      this.#announce(this.say("guide_said"), replyLines([{ text: (entry.notice || [this.say("not_sent")]).join("\n") }]));
    }
  }

  #said(entry) {
    if (!entry.shown) return;
    this.#log.replaceChildren();
    this.#announce(this.say("you_said"), [entry.shown]);
    this.#toStart(entry);
  }

  #replied(entry) {
    entry.isNew = false;
    // Asked for in words: here too nothing stays but the reply that says so.
    if (entry.state.forgotten) {
      const unsent = this.talk.entries.filter((other) => other.status !== "sent");
      Object.assign(this.talk, { entries: [entry, ...unsent], token: "" });
      this.#keep();
      this.update();
    }
    if (GRAVE.includes(entry.outcome)) {
      this.isOpen = true;
      entry.shown ||= entry.message;
      this.panel = null;
      this.update();
    }
    if (!entry.shown) return;
    this.#announce(this.say("guide_said"), replyLines(entry.items));
    this.#toStart(entry);
    if (this.#root.activeElement?.matches(".talk")) this.#focus(`[data-entry="${entry.id}"] .reply`);
    if (this.look.aloud) this.#speak(replyLines(entry.items), this.answers.at(-1));
  }

  // The log alone is live: nothing old is read again.
  #announce(who, lines) {
    for (const line of [`${who}:`, ...lines]) {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      this.#log.append(paragraph);
    }
  }

  // From the person's words on if there is room for the reply below, else from the reply on.
  #toStart(entry) {
    requestAnimationFrame(() => {
      const talk = this.#root.querySelector(".talk");
      const turn = entry && talk?.querySelector(`[data-entry="${entry.id}"]`);
      if (!turn) return;
      const reply = turn.querySelector(".reply");
      const isLong = reply && reply.offsetTop - turn.offsetTop > talk.parentNode.clientHeight / 3;
      const top = (isLong ? reply : turn).offsetTop - 8;
      // On a low screen the part around the talk scrolls.
      talk.scrollTop = top;
      talk.parentNode.scrollTop = top;
    });
  }

  #speak(lines, answer) {
    if (!this.hasVoice) return;
    speechSynthesis.cancel();
    this.speaking = answer;
    lines.forEach((line, place) => {
      const said = new SpeechSynthesisUtterance(line);
      said.lang = answer?.language || this.settings.language;
      if (place === lines.length - 1) said.onend = () => this.update((this.speaking = null));
      speechSynthesis.speak(said);
    });
    this.update();
  }

  #keys = (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (this.term) this.closeTerm();
    else if (this.panel) this.close();
    else if (this.form === "bubble" && this.isOpen) this.shut();
    else return;
    event.stopPropagation();
  };

  #focus(...selectors) {
    selectors.map((selector) => this.#root.querySelector(selector)).find(Boolean)?.focus();
  }
}

if (!customElements.get("kidney-guide")) customElements.define("kidney-guide", KidneyGuide);
