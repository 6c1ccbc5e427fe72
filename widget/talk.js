/** The talk with the server: one message at a time, none lost, none answered twice. */

const PATIENCE = 30_000; // ms until a request counts as lost

// Without crypto.randomUUID, which is missing on pages without https.
const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * The entries of a talk: each one message and what came back. `status` is waiting, sending, sent, lost (goes again
 * by itself) or refused (the server said no, in `notice`). `changed(entry)` is called whenever one changes.
 */
export class Talk {
  #base;
  #changed;
  #isBusy = false;
  #delivery;

  constructor(base, kept, changed) {
    this.#base = base;
    this.#changed = changed;
    this.token = kept?.token || "";
    this.entries = kept?.entries || [];
    // A page left in the middle of sending: the same id brings the same reply.
    for (const entry of this.entries) if (entry.status === "sending") entry.status = "waiting";
  }

  get isSending() {
    return this.#isBusy;
  }

  get isLost() {
    return this.entries.some((entry) => entry.status === "lost");
  }

  /** The state after the newest reply. */
  get state() {
    return this.entries.findLast((entry) => entry.state)?.state ?? {};
  }

  /** Send a message and return its entry; `shown` stands in the talk for it, "" for nothing. */
  async send(message, shown = message) {
    const entry = { id: newId(), message, shown, status: "waiting" };
    this.entries.push(entry);
    this.#changed(entry);
    await this.resend();
    return entry;
  }

  /** Send what is lost once more, oldest first. */
  async resend() {
    for (const entry of this.entries) if (entry.status === "lost") entry.status = "waiting";
    const next = () => this.entries.find((entry) => entry.status === "waiting");
    if (this.#isBusy || !next()) return;
    this.#isBusy = true;
    while (next()) await (this.#delivery = this.#deliver(next()));
    this.#isBusy = false;
    this.#changed();
  }

  /** Send a refused or lost message again; it moves to the end of the talk. */
  again(entry) {
    this.entries.splice(this.entries.indexOf(entry), 1);
    this.entries.push(Object.assign(entry, { status: "waiting", notice: null }));
    return this.resend();
  }

  async #deliver(entry) {
    entry.status = "sending";
    this.#changed(entry);
    try {
      this.#take(entry, await this.#exchange(entry));
    } catch (error) {
      entry.status = error.refused ? "refused" : "lost";
      Object.assign(entry, { code: error.refused, notice: error.notice });
      if (entry.status === "lost") this.entries.forEach((e) => e.status === "waiting" && (e.status = "lost"));
    }
    this.#changed(entry);
  }

  #take(entry, items) {
    entry.items = items.filter((item) => item.text || item.custom?.answer);
    entry.state = items.find((item) => item.custom?.state)?.custom.state ?? this.state;
    entry.outcome = items.find((item) => item.custom?.turn)?.custom.turn.outcome;
    entry.status = "sent";
    entry.isNew = true;
  }

  /** Send nothing more; wait for what is on its way. */
  async stop() {
    this.entries = [];
    await this.#delivery;
  }

  async #exchange(entry) {
    const isKnown = Boolean(this.token);
    this.token ||= (await this.#post("conversations", {})).token;
    if (!this.entries.includes(entry)) throw new Error();
    try {
      return await this.#post("messages", { message: entry.message, id: entry.id });
    } catch (error) {
      if (error.refused !== 401 || !isKnown) throw error;
      // The server no longer knows this talk: a new one starts, and says so.
      this.token = "";
      entry.isFresh = this.entries.some((other) => other.status === "sent");
      return this.#exchange(entry);
    }
  }

  async #post(what, body) {
    const headers = { "Content-Type": "application/json" };
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    const response = await fetch(new URL(`webhooks/web/${what}`, this.#base), {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout?.(PATIENCE),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    throw Object.assign(new Error(), { refused: response.status, notice: answer.notice });
  }
}
