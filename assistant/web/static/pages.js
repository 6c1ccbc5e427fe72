// Shows the print buttons, which need a script; everything else on these pages does without one.
for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
