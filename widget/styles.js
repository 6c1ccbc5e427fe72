/** How it looks. One style sheet made by script, so that a strict content security policy lets it through. */

const css = `
:host { all: initial; display: block; }
:host([hidden]) { display: none; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }

.guide {
  --own: var(--guide-accent, #0d5b5f); --accent: var(--own);
  --on-accent: #fff;
  --ground: #f5f4f0; --card: #fff;
  --ink: #1c292c; --soft: #4c595c; --edge: #868f8e; --line: #dcdfda; --tint: #e3eeec;
  --amber: #7a4a00; --amber-tint: #fdf0d3; --red: #a3121b; --ring: #0b4fc4;
  --radius: var(--guide-radius, 14px);
  --base: max(1.0625rem, 17px);
  color-scheme: light; color: var(--ink);
  font: 400 var(--base)/1.55 var(--guide-font, system-ui, sans-serif);
  text-align: start; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%;
}
.size-2 { --base: calc(max(1.0625rem, 17px) * 1.2); }
.size-3 { --base: calc(max(1.0625rem, 17px) * 1.45); }
@media (prefers-color-scheme: dark) {
  .guide {
    --own: var(--guide-accent, #86d3cc); --accent: #86d3cc; --on-accent: #07201f;
    --ground: #12191b; --card: #1b2527;
    --ink: #e9eeec; --soft: #b3c0bf; --edge: #82908f; --line: #344346; --tint: #1f3436;
    --amber: #ffd488; --amber-tint: #382a09; --red: #ffa9a6; --ring: #9dc3ff;
    color-scheme: dark;
  }
}
@supports (color: oklch(from red l c h)) {
  .guide { --accent: oklch(from var(--own) min(l, .45) c h); }
  @media (prefers-color-scheme: dark) { .guide { --accent: oklch(from var(--own) max(l, .8) min(c, .1) h); } }
}
.strong {
  --ink: #000; --card: #fff; --accent: #003c40; --amber: #4d2d00; --red: #86000a;
  --soft: var(--ink); --edge: var(--ink); --line: var(--ink); --ground: var(--card);
}
@media (prefers-color-scheme: dark) {
  .strong { --ink: #fff; --card: #000; --accent: #a9f0ea; --on-accent: #000; --amber: #ffe0a8; --red: #ffc7c5; }
}

p, ul, ol, h1, h2, h3, figure, fieldset { margin: 0; padding: 0; }
fieldset { border: 0; }
h1, h2, h3 { font-size: 1em; line-height: 1.3; }
small, .small { font-size: .875em; color: var(--soft); }
a { color: var(--accent); text-underline-offset: .15em; }
button, input, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; border-radius: 6px; }
:focus:not(:focus-visible) { outline: none; }
.away { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.icon { inline-size: 1.25em; block-size: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; stroke-linejoin: round; }

.sheet { display: flex; flex-direction: column; position: relative; overflow: hidden; background: var(--ground); }
.in-page .sheet { position: fixed; inset: 0; }
.in-panel .sheet { block-size: min(46rem, 92vh); border: 1px solid var(--edge); border-radius: var(--radius); }
.in-bubble .sheet {
  position: fixed; z-index: 2147483001; inset-block-end: 5.25rem; inset-inline-end: 1rem;
  inline-size: min(27rem, 100vw - 2rem); block-size: min(46rem, 100vh - 6.5rem);
  border: 1px solid var(--edge); border-radius: var(--radius); box-shadow: 0 12px 40px rgb(0 0 0 / .25);
}
.launcher {
  position: fixed; z-index: 2147483000; inset-block-end: 1rem; inset-inline-end: 1rem;
  max-inline-size: calc(100vw - 2rem);
  display: flex; align-items: center; gap: .6em; padding: .7em 1.1em; min-block-size: 3rem; text-align: start;
  border: 2px solid var(--card); border-radius: 2em; background: var(--accent); color: var(--on-accent);
    font-weight: 600;
  box-shadow: 0 4px 16px rgb(0 0 0 / .25);
}
@media (max-width: 36rem), (max-height: 30rem) {
  .in-bubble .sheet { inset: 0; inline-size: 100%; block-size: 100vh; block-size: 100dvh; border: 0;
    border-radius: 0; }
  .is-open .launcher { display: none; }
}

.head { font-size: min(1em, max(1.2rem, 19px)); flex: none; background: var(--card);
  border-block-end: 1px solid var(--line); }
.bar { display: flex; align-items: center; gap: .15rem; padding-block: .35rem .1rem; padding-inline: 1rem .6rem; }
.bar :is(h1, h2) { flex: 1; overflow-wrap: normal; font-size: 1.1em; font-weight: 700; color: var(--accent);
  line-height: 1.2; }
.tool {
  display: inline-flex; flex-direction: column; align-items: center; justify-content: center; gap: .1rem; flex: none;
  min-inline-size: 2.75rem; min-block-size: 2.75rem; padding: .2rem .35rem; border: 0; border-radius: 10px;
    background: none;
}
.tool span { font-size: max(.75rem, 12px); line-height: 1.1; color: var(--soft); }
.tool:hover, .tool[aria-expanded="true"] { background: var(--tint); }
.numbers { list-style: none; display: flex; flex-wrap: wrap; align-items: baseline;
  gap: .1rem 1.1rem; padding: .15rem 1rem .45rem;
  font-size: .875em; line-height: 1.4; }
.numbers a { display: inline-block; padding-block: .2rem; color: inherit; }
.numbers .first { color: var(--red); }
.numbers small { font-size: 1em; }
.alarm { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .9rem; background: #a3121b; color: #fff;
  padding: .5rem 1rem; font-weight: 600; }
.alarm .big { display: flex; flex-wrap: wrap; gap: .5rem; }
.alarm .big > * { display: inline-block; padding: .25em .7em; border-radius: 10px; background: #fff;
  color: #8a0a12; font-size: 1.5em; font-weight: 800; line-height: 1.3; }
.alarm .big > *::first-letter { text-transform: uppercase; }
.alarm .big > * + * { font-size: 1em; align-self: center; }
.alarm :focus-visible { outline-color: #fff; }

.body { flex: 1; min-block-size: 0; position: relative; display: flex; flex-direction: column; }
.front { flex: 1; min-block-size: 0; display: flex; flex-direction: column; }
.talk { flex: 1; min-block-size: 0; overflow: auto; overscroll-behavior: contain; scroll-padding-block: 1rem;
  padding: 1rem; position: relative; container-type: size; outline-offset: -3px; }
.talk > * { max-inline-size: 44rem; margin-inline: auto; }
.welcome { display: grid; gap: .9rem; }
.own-note + .welcome { margin-block-start: 1rem; }
.pair { display: grid; gap: .9rem; grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr)); }
.pair > div { padding: .8rem 1rem; border-radius: var(--radius); background: var(--card);
  border: 1px solid var(--line); }
.welcome h2 { color: var(--accent); }
.turns { list-style: none; display: grid; gap: 1.5rem; margin-block-start: 1.5rem; }
.turn { display: grid; gap: .75rem; align-content: start; }
.turn:last-child { min-block-size: calc(100cqh + .5rem); }
.you { justify-self: end; max-inline-size: min(85%, 34rem); padding: .55rem .95rem;
  border-radius: var(--radius) var(--radius) 4px var(--radius); background: var(--accent); color: var(--on-accent);
    white-space: pre-wrap; }
.reply { display: grid; gap: .75rem; justify-items: start; min-inline-size: 0; }
.reply > * { max-inline-size: 100%; }
.reply:focus-visible { outline-offset: 5px; }
.text, .answer { max-inline-size: min(100%, 65ch); display: grid; gap: .7rem; }
.text ul, .answer ul { list-style: disc; }
.text :is(ul, ol), .answer ul { padding-inline-start: 1.3em; display: grid; gap: .3rem; }
.is-emergency > .text, .is-crisis > .text { border-inline-start: 5px solid var(--red); padding-inline-start: .9rem; }
.is-urgent > .text { border-inline-start: 5px solid var(--amber); padding-inline-start: .9rem; }
:is(.is-emergency, .is-crisis, .is-urgent) > .text + .text { margin-block-start: -.75rem;
  padding-block-start: .75rem; }
.answer { inline-size: 100%; padding: 1.1rem 1.15rem; border-radius: var(--radius); background: var(--card);
  border: 1px solid var(--line); }
.answer h2 { font-size: 1.15em; }
.answer .topic { display: block; font-size: .8em; font-weight: 600; color: var(--accent); }
.answer .part { font-weight: 400; }
.next { padding: .7rem .95rem; border-radius: 10px; background: var(--tint);
  border-inline-start: 4px solid var(--accent); }
.call-line { font-weight: 600; }
.term { display: inline; padding: 0 .05em; margin: 0; border: 0; background: none; color: var(--accent);
  line-height: 1.5; text-align: start; text-decoration: underline dotted 2px; text-underline-offset: .2em;
    border-radius: 4px; }
.term[aria-expanded="true"], .term:hover { background: var(--tint); }
.term-card { display: grid; gap: .4rem; padding: .8rem 1rem; border: 2px solid var(--accent); border-radius: 10px;
  background: var(--ground); }
.chips { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; }
.chip, .quiet, .step, .send {
  min-block-size: 2.75rem; padding: .4em 1em; border-radius: 1.4rem; border: 1.5px solid var(--accent);
    background: var(--card);
  color: var(--accent); font-weight: 600; line-height: 1.3; text-align: start; text-decoration: none;
    display: inline-flex; align-items: center;
}
.chip:hover, .quiet:hover { background: var(--tint); }
.quiet { border-color: var(--edge); font-weight: 500; font-size: .9375em; min-block-size: 2.5rem;
  padding-inline: .85em; }
.danger { border-color: var(--red); color: var(--red); font-weight: 600; }
.doors { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.feedback { display: flex; flex-wrap: wrap; gap: .35rem .2rem; align-items: center; font-size: .9em;
  color: var(--soft); }
.feedback span { margin-inline-end: .4rem; }
.feedback .quiet { border-color: transparent; background: none; text-decoration: underline; padding-inline: .5em;
  min-block-size: 2.2rem; }
summary { cursor: pointer; min-block-size: 1.75rem; padding-block: .15rem; color: var(--accent); font-weight: 500; }
.basis { border-block-start: 1px solid var(--line); padding-block-start: .6rem; font-size: .9375em; }
.basis > * + * { margin-block-start: .5rem; }
.people { display: grid; gap: .5rem 1.1rem; grid-template-columns: minmax(0, 10rem) minmax(min(11em, 100%), 1fr);
  align-items: center; }
.people svg { inline-size: 100%; max-inline-size: 10rem; }
.people small { display: block; }
.people .full { fill: var(--accent); stroke: var(--accent); }
.people .line { fill: none; stroke: var(--soft); stroke-width: .7; }
.picture { display: grid; gap: .35rem; }
.picture img { max-inline-size: 100%; block-size: auto; border-radius: 10px; background: #fff;
  border: 1px solid var(--line); }
figcaption { font-size: .9375em; }

.own-note, .warn, .banner { padding: .7rem .95rem; border-radius: 10px; background: var(--amber-tint);
  border-inline-start: 4px solid var(--amber); }
.fate { color: var(--soft); display: grid; gap: .5rem; justify-items: start; }
.fate.writing { display: flex; align-items: center; gap: .35rem; }
.fate.writing i { inline-size: .45rem; block-size: .45rem; border-radius: 50%; background: var(--accent);
  animation: breathe 1.4s infinite ease-in-out; }
.fate.writing i + i { animation-delay: .2s; } .fate.writing i + i + i { animation-delay: .4s;
  margin-inline-end: .3rem; }
@keyframes breathe { 50% { opacity: .25; } }
.warn { color: var(--ink); }
.banners { flex: none; max-block-size: 55%; overflow: auto; inline-size: 100%; max-inline-size: 46rem;
  margin-inline: auto; padding-inline: 1rem; }
.banner { display: grid; gap: .35rem; margin-block: .4rem; font-size: .9375em; justify-items: start; }
.banner ul { padding-inline-start: 1.2em; }
.banner a { color: inherit; font-weight: 700; }
.steps { flex: none; display: flex; flex-wrap: wrap; gap: .5rem; inline-size: 100%; max-inline-size: 46rem;
  margin-inline: auto; padding: .5rem 1rem 0; }
.step { flex: 1 1 12em; justify-content: center; border: 2px solid var(--red); color: var(--red);
  border-radius: 10px; min-block-size: 3rem; }

.composer { flex: none; inline-size: 100%; max-inline-size: 46rem; margin-inline: auto;
  padding: .4rem 1rem max(.7rem, env(safe-area-inset-bottom)); }
label { font-weight: 600; font-size: .9375em; }
.row { display: flex; gap: .5rem; align-items: end; margin-block-start: .2rem; }
textarea, .own input {
  flex: 1; min-inline-size: 0; min-block-size: 2.9rem; max-block-size: 9rem; padding: .6em .85em;
    field-sizing: content; resize: none;
  border: 1.5px solid var(--edge); border-radius: var(--radius); background: var(--card); color: var(--ink);
    line-height: 1.4;
}
.own input { field-sizing: fixed; }
textarea::placeholder { color: var(--soft); opacity: 1; }
.send { background: var(--accent); color: var(--on-accent); gap: .35em; border-radius: var(--radius);
  min-block-size: 2.9rem; }

.panel { position: absolute; inset-block: 0; inset-inline-end: 0; inline-size: min(30rem, 100%); overflow: auto;
  display: grid; grid-template-columns: minmax(0, 1fr); gap: .8rem; align-content: start;

    padding: .6rem 1rem 1.5rem; background: var(--card); border-inline-start: 1px solid var(--line);
    box-shadow: -8px 0 30px rgb(0 0 0 / .12); }
.panel-bar { display: flex; align-items: center; justify-content: space-between; }
.panel-bar h2 { font-size: 1.2em; }
.panel h3 { margin-block-start: .6rem; }
.panel label { display: flex; align-items: center; gap: .6rem; min-block-size: 2.5rem; font-weight: 500;
  font-size: 1em; }
.panel legend { font-weight: 700; }
.panel .quiet { justify-self: start; }
input[type="radio"], input[type="checkbox"] { inline-size: 1.35rem; block-size: 1.35rem; flex: none; margin: 0;
  accent-color: var(--accent); }
.questions { display: grid; gap: .4rem; padding-inline-start: 1.5em; }
.questions li::marker { font-weight: 700; }
.questions li { padding: .3rem 0; border-block-end: 1px solid var(--line); }
.questions div { display: flex; flex-wrap: wrap; justify-content: flex-end; }
.own label { display: block; min-block-size: 0; }

@media (max-width: 30rem) {
  .bar { padding-inline: .8rem .2rem; gap: 0; } .bar :is(h1, h2) { font-size: 1em; }
    .bar .tool { padding-inline: .15rem; }
  .numbers { padding-inline: .8rem; column-gap: .7rem; } .alarm + .numbers .nurse { display: none; }
    .alarm { padding-inline: .8rem; }
  .talk { padding: .8rem; }
  .composer, .steps, .banners { padding-inline: .8rem; }
  .people { grid-template-columns: 1fr; }
  .send span { position: absolute; clip-path: inset(50%); inline-size: 1px; overflow: hidden; }
}
@media (max-height: 25rem) {
  .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; }
  .bar { order: 2; padding: 0 .2rem; } .tool { min-inline-size: 2.2rem; min-block-size: 2.2rem; }
  .bar :is(h1, h2), .head .tool span, .nurse, .numbers .name, .alarm + .numbers .first { position: absolute;
    clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; }
  .numbers { padding: 0 0 0 .6rem; gap: .6rem; font-size: .8em; }
  .alarm { order: -1; inline-size: 100%; padding: .2rem .6rem; } .alarm .big > * { font-size: 1.1em; }
  .front { display: block; overflow: auto; scroll-padding-block: .5rem; }
  .talk { overflow: visible; container-type: normal; } .turn:last-child { min-block-size: 0; }
  .banners { max-block-size: none; }
}
@media print {
  .sheet, .body, .front, .talk { display: block; position: static !important; block-size: auto; overflow: visible;
    container-type: normal; }
  .tool, .composer { display: none; }
}
@media (prefers-reduced-motion: reduce) { i { animation: none !important; } }
@media (forced-colors: active) {
  .you, .answer, .chip, .next, .banner, .alarm .big > * { border: 1px solid CanvasText; }
  .people .full { fill: CanvasText; stroke: CanvasText; } .people .line { stroke: CanvasText; }
  .send, .launcher { border: 2px solid ButtonText; }
}
`;

export const sheet = new CSSStyleSheet();
sheet.replaceSync(css.replace(/\s+/g, " "));
