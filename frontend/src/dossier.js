// The order of the dossier: a record is dragged by its grip, or moved by its buttons, without leaving the page.
// Without a script the same buttons send the page's form, and the grip is not shown.

const EDGE = 72; // pixels from the window's top and bottom in which dragging scrolls
const STEP = 14; // pixels a frame

const list = document.querySelector("[data-order]");
const says = document.querySelector("[data-order-says]");

if (list) {
  const items = () => [...list.children];
  const labels = items().map((item) => item.querySelector(".place").textContent);

  function number() {
    const now = items();
    now.forEach((item, at) => {
      item.querySelector(".place").textContent = labels[at];
      item.querySelector("button[value=up]").disabled = at === 0;
      item.querySelector("button[value=down]").disabled = at === now.length - 1;
    });
  }

  // The note goes with it, so that nothing typed is lost; what cannot be kept shows the list as it is kept.
  // One after another, each with the place that the item has by then.
  let sending = Promise.resolve();
  let leaving = false;
  addEventListener("beforeunload", () => (leaving = true));
  function keep(item) {
    number();
    sending = sending.then(() => send(item));
  }

  async function send(item) {
    const form = item.querySelector("form");
    const data = new FormData(form);
    data.set("do", "place");
    data.set("to", String(items().indexOf(item) + 1));
    const answer = await fetch(form.action, {
      method: "POST",
      body: data,
      headers: { accept: "application/json" },
      keepalive: true, // the note just typed is kept also where the next page is already on its way
    }).catch(() => null);
    if (leaving) return;
    if (!answer?.ok || !answer.headers.get("content-type")?.startsWith("application/json")) {
      location.reload();
      return;
    }
    says.textContent = (await answer.json()).says;
  }

  // A note is kept as soon as it is left: another record's button makes the page anew.
  list.addEventListener("change", (event) => event.target.name === "note" && keep(event.target.closest("li")));

  list.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.value !== "up" && button?.value !== "down") return;
    event.preventDefault();
    const item = button.closest("li");
    if (button.value === "up") item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    keep(item);
    (button.disabled ? button.parentElement.querySelector("[value=up]:enabled, [value=down]:enabled") : button)?.focus();
    item.scrollIntoView({ block: "nearest" });
  });

  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    const item = grip.closest("li");
    const before = items();
    let y = event.clientY;
    let frame = 0;

    function place() {
      for (let other; (other = item.previousElementSibling) && y < middle(other); ) other.before(item);
      for (let other; (other = item.nextElementSibling) && y > middle(other); ) other.after(item);
    }
    function scroll() {
      const by = y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0;
      if (by) {
        scrollBy({ top: by, behavior: "instant" });
        place();
      }
      frame = requestAnimationFrame(scroll);
    }
    function move(event) {
      y = event.clientY;
      place();
    }
    function key(event) {
      if (event.key === "Escape") done(false);
    }
    function done(kept) {
      cancelAnimationFrame(frame);
      ends.abort();
      delete item.dataset.dragged;
      delete list.dataset.ordering;
      if (!kept) list.append(...before);
      else if (items().some((one, at) => one !== before[at])) keep(item);
    }
    const ends = new AbortController();
    const { signal } = ends;
    addEventListener("pointermove", move, { signal });
    addEventListener("pointerup", () => done(true), { signal });
    addEventListener("pointercancel", () => done(false), { signal });
    addEventListener("keydown", key, { signal });
    item.dataset.dragged = "";
    list.dataset.ordering = "";
    frame = requestAnimationFrame(scroll);
  });
}

// So are the title and the first words.
document.querySelector("[data-kept]")?.addEventListener("change", (event) => {
  const form = event.currentTarget;
  fetch(form.action, { method: "POST", body: new FormData(form), keepalive: true }).catch(() => {});
});

function middle(item) {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}
