// Two articles side by side: shared passages are painted in both; choosing one brings both to one height.

import { points } from "./codepoints.js";
import { paint, pieces, ranges } from "./highlights.js";

export function compare(root) {
  const panes = [...root.querySelectorAll("[data-pane]")];
  const texts = panes.map(pieces);
  const buttons = [...document.querySelectorAll("[data-pair]")];
  const pairs = buttons.map((button) =>
    button.dataset.pair.split(" ").map((span) => span.split("-").map(Number)),
  );
  const both = (pair) => pair.map(([start, end], side) => ranges(texts[side], start, end));
  root.dataset.current = "reuse";
  paint(root, "shared", pairs.flatMap((pair) => both(pair).flat()), 1);

  function choose(pair) {
    const found = both(pair);
    paint(root, "current", found.flat(), 2);
    // Both passages go to a third of the pane's height, or as near as the shorter one's scrolling allows.
    found.forEach(([range], side) => {
      if (!range) return;
      const pane = panes[side];
      pane.scrollTop += range.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    });
  }

  buttons.forEach((button, i) =>
    button.addEventListener("click", () => {
      choose(pairs[i]);
      root.scrollIntoView({ block: "nearest" });
    }),
  );
  panes.forEach((pane, side) =>
    pane.addEventListener("click", (event) => {
      const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
      const piece = caret && texts[side].find((one) => one.node === caret.offsetNode);
      if (!piece) return;
      const offset = piece.start + points(piece.node.data, caret.offset);
      const pair = pairs.find((one) => one[side][0] <= offset && offset < one[side][1]);
      if (pair) choose(pair);
    }),
  );
  document.fonts.ready.then(() => pairs.length && choose(pairs[0]));
}
