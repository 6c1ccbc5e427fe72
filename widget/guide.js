/**
 * The one script a clinic adds. It finds or adds <kidney-guide>, hands its data-* on, and loads the modules from where
 * it came from itself. It touches nothing else of the page.
 */
(() => {
  // Asked for side by side, so that a slow phone waits once and not once a level.
  const MODULES = ["element", "styles", "talk", "store", "text", "vendor/lit-html", "views/frame", "views/head"];
  const VIEWS = ["views/talk", "views/answer", "views/panels", "views/parts"];
  const { src, dataset } = document.currentScript;
  const server = new URL((dataset.server || ".").replace(/\/?$/, "/"), src);

  const start = () => {
    const found = document.querySelector("kidney-guide");
    const guide = found || document.createElement("kidney-guide");
    for (const name in dataset) guide.dataset[name] ??= dataset[name];
    if (!found) document.body.append(guide);
    // Whatever goes wrong here, what stands inside <kidney-guide> stays in view: the numbers to call.
    for (const name of [...MODULES, ...VIEWS]) import(new URL(`widget/${name}.js`, server).href).catch(() => {});
  };

  // A browser too old for style sheets made by script keeps what stands in the page.
  if (!("adoptedStyleSheets" in Document.prototype)) return;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
