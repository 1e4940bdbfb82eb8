// Follows the device between light and dark; without this the pages are light. Paper is always light.
(function () {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const show = () => document.documentElement.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
  dark.addEventListener("change", show);
  window.addEventListener("beforeprint", () => document.documentElement.setAttribute("data-bs-theme", "light"));
  window.addEventListener("afterprint", show);
  show();
})();
