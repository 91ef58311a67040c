// Menus are <details>: they work without a script. With one, they close on Escape and on a click outside.

export function menus() {
  const open = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    rail(false);
  });
  // On a phone the filters fold away; what is chosen stands below them as chips.
  if (matchMedia("(max-width: 45rem)").matches) {
    for (const box of document.querySelectorAll("[data-filters]")) box.open = false;
  }
  const button = document.querySelector("[data-rail]");
  if (!button) return;
  const side = document.getElementById(button.getAttribute("aria-controls"));
  const rail = (show) => {
    side.classList.toggle("open", show);
    button.setAttribute("aria-expanded", String(show));
    if (show) side.querySelector("a").focus();
  };
  button.addEventListener("click", () => rail(!side.classList.contains("open")));
  document.addEventListener("click", (event) => {
    if (!side.contains(event.target) && !button.contains(event.target)) rail(false);
  });
}
