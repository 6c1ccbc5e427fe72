// The live filter of the search, the keys of the scripts, printing. Words stand in the page, none here.
// The ranking is that of assistant/console/search.py; tests hold the two against each other.

const WHOLE = 6, START = 4, MISSPELT = 1, NEAR = 3, SHORTEST = 4, LONG = 8;

export function wordsOf(text) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return [...new Set(bare.match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** How many slips (a letter more, less, other, or two swapped) part two words; `most` + 1 if more than `most`. */
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [], last = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

function fitsOf(asked, { words, known }) {
  const fits = new Map();
  words.forEach((word, n) => word.startsWith(asked) && fits.set(n, word === asked ? WHOLE : START));
  const most = asked.length < SHORTEST ? 0 : asked.length < LONG ? 1 : 2;
  if (!most || [...fits.keys()].some((n) => n < known)) return fits;
  words.forEach((word, n) => fits.has(n) || (slips(asked, word, most) <= most && fits.set(n, MISSPELT)));
  return fits;
}

function scoreOf(entry, asked) {
  let total = 0;
  const best = (numbers, fits) => numbers.reduce((most, n) => Math.max(most, fits.get(n) ?? 0), 0);
  for (const fits of asked) {
    const score = Math.max(best(entry[5], fits) * NEAR, best(entry[6], fits));
    if (!score) return 0;
    total += score;
  }
  return total;
}

/** The entries of an index that a query finds, best first. */
export function find(index, query) {
  const asked = wordsOf(query).map((word) => fitsOf(word, index));
  if (!asked.length) return [];
  const scored = index.entries.map((entry) => [scoreOf(entry, asked), entry]).filter(([score]) => score);
  return scored.sort((one, other) => other[0] - one[0]).map(([, entry]) => entry);
}

function liveFilter(input) {
  const [list, count, browse, row] = ["found", "count", "browse", "entry"].map((id) => document.getElementById(id));
  const most = Number(list.dataset.most);
  let index, telling;

  const draw = ([kind, title, heading, brief, url]) => {
    const item = row.content.firstElementChild.cloneNode(true);
    item.querySelector("a").setAttribute("href", url);
    const put = (name, text) => (item.querySelector(`[data-${name}]`).textContent = text);
    put("kind", list.dataset[kind]), put("title", title), put("heading", heading), put("brief", brief);
    item.querySelector("[data-kind]").classList.add(kind);
    return item;
  };
  const told = (found) => {
    const words = !found ? "none" : found === 1 ? "one" : found > most ? "most" : "many";
    return count.dataset[words].replace("{count}", found).replace("{most}", most);
  };
  const filter = () => {
    const query = input.value.trim();
    const found = find(index, query);
    list.replaceChildren(...found.slice(0, most).map(draw));
    list.hidden = !found.length;
    browse.hidden = Boolean(query);
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    // Told once somebody pauses: a count for every letter would never end.
    clearTimeout(telling);
    telling = setTimeout(() => (count.textContent = query ? told(found.length) : ""), 350);
  };

  fetch("/nurse/index.json").then(async (reply) => {
    // Without an index the form still asks the server.
    if (!reply.ok) return;
    index = await reply.json();
    input.addEventListener("input", filter);
    input.form.addEventListener("submit", (event) => (event.preventDefault(), filter()));
    if (input.value.trim() && input.value !== input.defaultValue) filter();
  });

  document.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    const inside = at >= 0 || document.activeElement === input;
    if (event.key === "ArrowDown" && inside && links[at + 1]) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? input).focus();
    else if (event.key === "Escape" && at >= 0) input.focus();
    else return;
    event.preventDefault();
  });
}

function scriptKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select, .scroll")) return;
    const wanted = { ArrowRight: event.shiftKey ? "a[data-skip]" : "a[rel=next]", ArrowLeft: "a[rel=prev]" }[event.key];
    const link = wanted && document.querySelector(wanted);
    if (link) event.preventDefault(), link.click();
  });
  // On a small screen the list of steps would stand before every step.
  const steps = document.querySelector(".steps details");
  if (matchMedia("(max-width: 59.99rem)").matches) steps.open = false;
}

if (globalThis.document) {
  const input = document.getElementById("query");
  if (input) liveFilter(input);
  if (document.querySelector("[data-script-page]")) scriptKeys();
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}
