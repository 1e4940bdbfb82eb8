// Keys beside the search: up and down (k and j) go from row to row of a list once one is in it, Escape closes what was opened
// and goes back to what opened it. A tab that lies beside the edge of a phone is brought into sight.
(function () {
  const STEPS = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

  /** The same link or button, counted within its row, of the next row that has one. */
  function beside(at, step) {
    const row = at.closest(".list tbody tr");
    if (!row || at.matches("input:not([type=checkbox]), select, textarea, summary")) {
      return null;
    }
    const within = (each) => Array.from(each.querySelectorAll("a, button, [type=checkbox]"));
    const place = within(row).indexOf(at);
    const rows = Array.from(row.closest(".list").querySelectorAll("tbody tr")).filter((each) => within(each).length);
    const next = rows[rows.indexOf(row) + step];
    return next ? within(next)[Math.min(place, within(next).length - 1)] : null;
  }

  /** What is open over the page, and where the focus goes when it is closed. */
  function close() {
    const choices = document.querySelector("details.who-as[open]");
    if (choices) {
      choices.open = false;
      choices.querySelector("summary").focus();
      return true;
    }
    if (location.hash === "#menu") {
      location.hash = "#content";
      document.querySelector(".bar-below a[href='#menu']")?.focus();
      return true;
    }
    return false;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "Escape" && close()) {
      event.preventDefault();
    }
    const next = event.key in STEPS && beside(document.activeElement, STEPS[event.key]);
    if (next) {
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    }
  });
  document.addEventListener("pointerdown", (event) => {
    const choices = document.querySelector("details.who-as[open]");
    if (choices && !choices.contains(event.target)) {
      choices.open = false;
    }
  });

  const show = () => document.querySelectorAll(".tabs [aria-current]").forEach((tab) => {
    const row = tab.parentElement;
    row.scrollLeft = Math.max(0, tab.offsetLeft - row.offsetLeft - 48);
  });
  document.addEventListener("htmx:afterSwap", show);
  show();
})();
