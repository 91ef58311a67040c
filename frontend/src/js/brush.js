// The time axis: drag over the bars to choose a period, which then goes into the address. The bars are links
// and work without this. While dragging, one rectangle and one line of text change: no layout, no redraw.

export function brush(figure) {
  const svg = figure.querySelector("svg");
  const bars = [...svg.querySelectorAll("[data-from]")].map((link) => {
    const hit = link.querySelector(".hit");
    return { link, x: Number(hit.getAttribute("x")), width: Number(hit.getAttribute("width")), from: link.dataset.from, to: link.dataset.until, label: link.dataset.label, begins: link.dataset.begins, ends: link.dataset.ends };
  }).sort((a, b) => a.x - b.x);
  if (bars.length < 2) return;
  const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  box.setAttribute("class", "brush");
  box.setAttribute("y", "0");
  box.setAttribute("height", svg.viewBox.baseVal.height - 18);
  svg.append(box);
  const says = figure.querySelector("[data-axis-says]");
  const usual = says.textContent;
  let anchor = null;
  let chosen = null;
  let waiting = 0;

  const inside = (event) => {
    const rect = svg.getBoundingClientRect();
    return ((event.clientX - rect.left) / rect.width) * svg.viewBox.baseVal.width;
  };
  const over = (x) => bars.find((bar) => x < bar.x + bar.width) ?? bars.at(-1);

  function show(x) {
    const [low, high] = anchor < x ? [anchor, x] : [x, anchor];
    const first = over(low);
    const last = over(high);
    box.setAttribute("x", first.x);
    box.setAttribute("width", last.x + last.width - first.x);
    const [from, to] = first.from <= last.from ? [first, last] : [last, first];
    chosen = { since: from.from, until: to.to };
    says.textContent = from === to ? from.label : `${from.begins} – ${to.ends}`;
  }

  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    anchor = inside(event);
    chosen = null;
  });
  svg.addEventListener("pointermove", (event) => {
    if (anchor === null) return;
    const x = inside(event);
    if (!chosen && Math.abs(x - anchor) < 6) return;
    if (!chosen) svg.setPointerCapture(event.pointerId);
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => show(x));
  });
  addEventListener("pointerup", () => {
    anchor = null;
    if (!chosen) return;
    const address = new URL(figure.dataset.axis, location.href);
    address.searchParams.set("since", chosen.since);
    address.searchParams.set("until", chosen.until);
    location.assign(address);
  });
  addEventListener("pointercancel", () => {
    anchor = chosen = null;
    box.setAttribute("width", 0);
    says.textContent = usual;
  });
  svg.addEventListener("click", (event) => chosen && event.preventDefault(), true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
}
