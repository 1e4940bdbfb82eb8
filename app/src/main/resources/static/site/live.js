// Keeps what is shown fresh: an element with data-live="30" asks again every 30 seconds, in the foreground only and not
// while somebody types, reads an open detail or has just touched the page. Its requests say that nobody asked for them.
(function () {
  const CALM_MS = 4000;
  const asked = new WeakMap();
  let touched = 0;
  let focused = null;

  const target = (live) => document.querySelector(live.getAttribute("hx-target"));
  const isBusy = (part) =>
    Date.now() - touched < CALM_MS ||
    (part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea")) ||
    part.querySelector("details[open]") !== null;

  function look() {
    if (document.hidden) {
      return;
    }
    document.querySelectorAll("[data-live]").forEach((live) => {
      const since = Date.now() - (asked.get(live) || loaded);
      const part = target(live);
      if (since >= live.dataset.live * 1000 && part && !isBusy(part)) {
        asked.set(live, Date.now());
        live.dispatchEvent(new CustomEvent("live"));
      }
    });
  }

  const loaded = Date.now();
  ["pointerdown", "keydown", "wheel", "touchmove"].forEach((kind) =>
    document.addEventListener(kind, () => { touched = Date.now(); }, { passive: true }));
  document.addEventListener("visibilitychange", look);
  // the part that is exchanged takes the focus with it: it goes back to the same link
  document.addEventListener("htmx:beforeSwap", () => {
    const at = document.activeElement;
    focused = at && at.matches("a[href]") ? at.getAttribute("href") : null;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (focused && document.activeElement === document.body) {
      const same = Array.from(event.target.ownerDocument.querySelectorAll("main a")).find((a) => a.getAttribute("href") === focused);
      if (same) {
        same.focus({ preventScroll: true });
      }
    }
  });
  setInterval(look, 1000);
})();
