/** Text of the server: as nodes to show, and as plain lines to hear and to keep. Markup stays text. */

import { html } from "./vendor/lit-html.js";

/** Return one line with its **bold** parts. */
export const inline = (text) =>
  text.split(/\*\*(.+?)\*\*/).map((part, place) => (place % 2 ? html`<strong>${part}</strong>` : part));

const BULLET = /^- /;
const NUMBER = /^\d+\. /;
const kindOf = (line) => (BULLET.test(line) ? "ul" : NUMBER.test(line) ? "ol" : "p");
const items = (lines) => lines.map((line) => html`<li>${inline(line.replace(BULLET, "").replace(NUMBER, ""))}</li>`);

/** Return text as paragraphs and lists. */
export const blocks = (text) => {
  const groups = [];
  for (const line of text.split("\n").map((l) => l.trim()).filter(Boolean)) {
    const kind = kindOf(line);
    const last = groups.at(-1);
    if (kind !== "p" && last?.kind === kind) last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups.map(({ kind, lines }) => {
    if (kind === "ul") return html`<ul>${items(lines)}</ul>`;
    if (kind === "ol") return html`<ol start=${parseInt(lines[0], 10)}>${items(lines)}</ol>`;
    return html`<p>${inline(lines[0])}</p>`;
  });
};

const bare = (text) => text.replaceAll("**", "");

/** Return the lines of an answer. */
export const answerLines = (answer) => [
  `${answer.title}: ${answer.heading}.`,
  ...answer.paragraphs.flatMap((paragraph) => paragraph.lines.map((line) => bare(line.map((p) => p.text).join("")))),
  ...[answer.next_step, answer.call_line].filter(Boolean),
];

/** Return the lines of a whole reply, choices included. */
export const replyLines = (items) =>
  items.flatMap((item) => [
    ...(item.text ? bare(item.text).split("\n").filter(Boolean) : []),
    ...(item.custom?.answer ? answerLines(item.custom.answer) : []),
    ...(item.buttons || []).map((button) => `${button.title}.`),
  ]);

/** Return the whole talk as text, with who speaks, and the numbers at its end. */
export const asText = (guide) => {
  const told = guide.shown.flatMap((entry) => [
    `${guide.say("you_said")}: ${entry.shown}`,
    ...(entry.items?.length ? [`${guide.say("guide_said")}:`, ...replyLines(entry.items)] : []),
    ...(entry.items || []).flatMap((item) => {
      const answer = item.custom?.answer;
      if (!answer) return [];
      const sources = answer.sources.map((source) => `- ${source.title}. ${source.organisation}, ${source.date}`);
      return [answer.mark, `${guide.say("sources")}:`, ...sources, answer.disclaimer];
    }),
    "",
  ]);
  const { emergency, nurse_line, hours, crisis } = guide.clinic;
  const numbers = [["emergency", emergency], ["nurse", `${nurse_line}, ${hours}`], ["crisis", crisis]];
  return [guide.name, "", ...told, ...numbers.map(([name, number]) => `${guide.say(name)}: ${number}`)].join("\n");
};
