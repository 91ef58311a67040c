// Keys that work on every page: "/" goes to the search, "?" opens the list of keys, Escape leaves a menu.

/** True while the reader is typing, when no key may be taken for a command. */
export function typing(event) {
  const at = event.target;
  return (
    event.ctrlKey || event.metaKey || event.altKey ||
    (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)))
  );
}

export function keys() {
  document.documentElement.classList.remove("no-js");
  document.addEventListener("keydown", (event) => {
    if (typing(event)) return;
    if (event.code === "Slash" && !event.shiftKey) {
      const field = document.querySelector("[data-find]");
      if (field) {
        event.preventDefault();
        field.focus();
        field.select();
      }
    }
  });
}
