// The article page: layers on and off, next and previous evidence, a click on words, verdicts by key.

import { points } from "./codepoints.js";
import { paint, pieces, ranges, repaints } from "./highlights.js";
import { typing } from "./keys.js";

// Wide spans lie below narrow ones, so that a date inside a statement is seen on it.
const PRIORITY = { statement: 1, commitment: 2, event: 3, reuse: 4, name: 5, figure: 6, time: 7 };
const KEPT = "rawi.layers";

export function reading(text, panel) {
  const all = pieces(text);
  const marks = [...panel.querySelectorAll("[data-record]")].map((element) => ({
    element,
    id: element.dataset.record,
    kind: element.dataset.kind,
    start: Number(element.dataset.from),
    end: Number(element.dataset.to),
    parts: (element.dataset.parts ?? "").split(" ").filter(Boolean).map((pair) => pair.split("-").map(Number)),
  }));
  const layers = [...document.querySelectorAll("[data-layer-switch]")];
  let current = null;

  const on = () => new Set(layers.filter((box) => box.checked).map((box) => box.value));
  const shown = () => {
    const kinds = on();
    return marks.filter((mark) => kinds.has(mark.kind));
  };

  function draw() {
    const kinds = on();
    for (const kind of Object.keys(PRIORITY)) {
      const these = kinds.has(kind) ? marks.filter((mark) => mark.kind === kind) : [];
      paint(text, kind, these.flatMap((mark) => ranges(all, mark.start, mark.end)), PRIORITY[kind]);
    }
    for (const mark of marks) mark.element.classList.toggle("off", !kinds.has(mark.kind));
    if (current) {
      text.dataset.current = current.kind;
      paint(text, "current", ranges(all, current.start, current.end), 10);
      paint(text, "part", current.parts.flatMap(([a, b]) => ranges(all, a, b)), 11);
    }
  }

  function choose(mark, { scroll = true, address = true } = {}) {
    if (!mark) return;
    if (current) current.element.removeAttribute("aria-current");
    current = mark;
    const box = layers.find((layer) => layer.value === mark.kind);
    if (box && !box.checked) box.checked = true;
    mark.element.setAttribute("aria-current", "true");
    draw();
    // Only the panel's own list scrolls, never the page, so the text stays where the reader is.
    const list = mark.element.parentElement;
    list.scrollTop += mark.element.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 4;
    const [first] = ranges(all, mark.start, mark.end);
    if (first) {
      first.startContainer.parentElement.closest("details")?.setAttribute("open", "");
      if (scroll) into(first);
    }
    if (address) history.replaceState(null, "", `#r=${mark.id}`);
  }

  function into(range) {
    const box = range.getBoundingClientRect();
    const top = 150;
    const bottom = innerHeight * (matchMedia("(max-width: 60rem)").matches ? 0.5 : 0.85);
    if (box.top < top || box.bottom > bottom) {
      scrollBy({ top: box.top - Math.min(innerHeight * 0.3, 260), behavior: "auto" });
    }
  }

  function step(by) {
    const list = shown();
    if (list.length === 0) return;
    const at = current ? list.indexOf(current) : -1;
    choose(list[at === -1 && by < 0 ? list.length - 1 : (at + by + list.length) % list.length]);
  }

  /** The record at a place in the text: the narrowest; clicked again, the next wider one. */
  function at(offset) {
    const here = shown()
      .filter((mark) => mark.start <= offset && offset < mark.end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    if (here.length === 0) return null;
    return here[(here.indexOf(current) + 1) % here.length];
  }

  /** The code point that a place in the page stands for, or null outside the text. */
  function place(node, offset) {
    const piece = all.find((one) => one.node === node);
    return piece ? piece.start + points(piece.node.data, offset) : null;
  }

  text.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed) return;
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const spot = caret
      ? [caret.offsetNode, caret.offset]
      : ((range) => range && [range.startContainer, range.startOffset])(document.caretRangeFromPoint?.(event.clientX, event.clientY));
    const offset = spot && place(...spot);
    if (offset !== null) choose(at(offset), { scroll: false });
  });

  for (const mark of marks) {
    mark.element.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      choose(mark);
    });
  }
  for (const box of layers) {
    box.addEventListener("change", () => {
      localStorage.setItem(KEPT, JSON.stringify([...on()]));
      draw();
    });
  }
  document.querySelector("[data-next]")?.addEventListener("click", () => step(1));
  document.querySelector("[data-previous]")?.addEventListener("click", () => step(-1));

  // Keys are read by their place on the keyboard, so that they work while an Arabic layout is on.
  const commands = {
    KeyJ: () => step(1),
    KeyK: () => step(-1),
    KeyC: () => press("confirm"),
    KeyX: () => press("reject"),
    KeyE: () => current?.element.querySelector(".judge a")?.click(),
    KeyU: () => press("undo"),
    KeyS: respan,
  };
  const form = document.querySelector("[data-judge]");

  /** Presses a button of the current record, having told the server where to go on from. */
  function press(action) {
    const button = current?.element.querySelector(`button[name="${action}"]`);
    if (!button) return;
    const list = shown();
    form.elements.following.value = list[list.indexOf(current) + 1]?.id ?? "";
    button.click();
  }

  /** Makes the selected words those of the current record. */
  function respan() {
    const chosen = getSelection();
    if (!current || chosen.isCollapsed) return;
    const range = chosen.getRangeAt(0);
    const from = place(range.startContainer, range.startOffset);
    const to = place(range.endContainer, range.endOffset);
    if (from === null || to === null || from >= to) return;
    for (const [name, value] of [["edit", current.id], ["start", from], ["end", to]]) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      form.append(field);
    }
    form.submit();
  }
  document.addEventListener("keydown", (event) => {
    if (typing(event) || !(event.code in commands)) return;
    event.preventDefault();
    commands[event.code]();
  });

  const fromAddress = () => {
    const wanted = decodeURIComponent(location.hash).replace(/^#r=/, "");
    const mark = marks.find((one) => one.id === wanted);
    if (mark) choose(mark, { address: false });
    const [, start, end] = /^#t=(\d+)-(\d+)$/.exec(location.hash) ?? [];
    if (start) words(ranges(all, Number(start), Number(end)));
  };

  /** Shows words that are no record: what a search found. */
  function words(found) {
    text.dataset.current = "time";
    paint(text, "current", found, 10);
    found[0]?.startContainer.parentElement.closest("details")?.setAttribute("open", "");
    if (found[0]) into(found[0]);
  }
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    if (Array.isArray(kept)) for (const box of layers) box.checked = kept.includes(box.value);
  } catch {
    localStorage.removeItem(KEPT);
  }
  draw();
  addEventListener("hashchange", fromAddress);
  // A range's place is known only once the reading face is there.
  document.fonts.ready.then(() => {
    fromAddress();
    if (repaints) {
      draw();
      new ResizeObserver(draw).observe(text);
    }
  });
}
