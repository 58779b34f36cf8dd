// Runs before the first paint, so that a dark page does not flash white. It is a file because the
// content security policy refuses inline scripts.
(() => {
  let scheme = "auto";
  try {
    scheme = localStorage.getItem("seaversity-color-scheme") || "auto";
  } catch {
    // Storage can be switched off; the system's scheme will do.
  }
  const dark =
    scheme === "dark" ||
    (scheme === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
