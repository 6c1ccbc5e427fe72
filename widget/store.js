/** What the browser keeps: the talk until the tab closes, the looks and the last words for longer. */

export const TALK = "kidney-guide:talk";
export const LOOK = "kidney-guide:look";
export const SETTINGS = "kidney-guide:settings";

// A browser may block storage altogether: then nothing is kept.
const at = (name, action) => {
  try {
    return action(name === TALK ? sessionStorage : localStorage);
  } catch {
    return null;
  }
};

export const load = (name) => at(name, (area) => JSON.parse(area.getItem(name)));
export const keep = (name, value) => at(name, (area) => area.setItem(name, JSON.stringify(value)));
/** Leave no trace of the guide in this browser. */
export const clear = () => [TALK, LOOK, SETTINGS].forEach((name) => at(name, (area) => area.removeItem(name)));
