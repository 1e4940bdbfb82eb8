// Keys of the search on top: Ctrl K from everywhere, arrows through what was found, Escape back; closes when left.
(function () {
  const text = document.getElementById("find-text");
  const found = document.getElementById("find-found");
  if (!text || !found) {
    return;
  }
  const form = text.form;
  const links = () => Array.from(found.querySelectorAll("a"));
  const close = () => found.replaceChildren();

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      text.focus();
      text.select();
    }
  });
  form.addEventListener("keydown", (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && all.length) {
      event.preventDefault();
      all[Math.min(at + 1, all.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (at ? all[at - 1] : text).focus();
    } else if (event.key === "Escape") {
      close();
      text.focus();
    }
  });
  document.addEventListener("focusin", (event) => form.contains(event.target) || close());
  document.addEventListener("pointerdown", (event) => form.contains(event.target) || close());
})();
