// Paints ranges of text without touching the text: the browser's own highlights where it has them, else
// rectangles laid under the letters. Either way no element stands inside a word, so letters keep joining.

import { units } from "./codepoints.js";

/** The pieces of an article's text: every element with data-start, its text node and its offsets. */
export function pieces(root) {
  return [...root.querySelectorAll("[data-start]")]
    .filter((element) => element.firstChild)
    .map((element) => {
      const node = element.firstChild;
      const start = Number(element.dataset.start);
      const to = units(node.data);
      return { element, node, start, end: Number(element.dataset.end), to };
    });
}

/** The DOM ranges of code points `start` to `end`: one for each piece that they touch. */
export function ranges(all, start, end) {
  const found = [];
  for (const piece of all) {
    if (piece.end <= start || piece.start >= end) continue;
    const range = new Range();
    range.setStart(piece.node, Math.min(piece.to(Math.max(start, piece.start) - piece.start), piece.node.length));
    range.setEnd(piece.node, Math.min(piece.to(Math.min(end, piece.end) - piece.start), piece.node.length));
    if (!range.collapsed) found.push(range);
  }
  return found;
}

const native = typeof Highlight === "function" && "highlights" in CSS;

/** Paints `found` under `name`, in place of what was painted under it; a higher `priority` lies on top. */
export function paint(root, name, found, priority = 0) {
  if (native) {
    const highlight = new Highlight(...found);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
    return;
  }
  let layer = root.querySelector(`.underlay[data-layer="${name}"]`);
  if (!layer) {
    layer = document.createElement("div");
    layer.className = "underlay";
    layer.dataset.layer = name;
    layer.dataset.kind = name === "current" ? root.dataset.current ?? "name" : name;
    root.append(layer);
  }
  const origin = root.getBoundingClientRect();
  layer.replaceChildren(
    ...found.flatMap((range) =>
      [...range.getClientRects()].map((rect) => {
        const box = document.createElement("i");
        box.style.left = `${rect.left - origin.left}px`;
        box.style.top = `${rect.top - origin.top}px`;
        box.style.width = `${rect.width}px`;
        box.style.height = `${rect.height}px`;
        return box;
      }),
    ),
  );
}

/** True where highlights must be painted again after the text has been laid out anew. */
export const repaints = !native;
