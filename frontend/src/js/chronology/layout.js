// Where each entry is drawn. Entries known to the day stand in columns on the line: what happened above it,
// what is planned or due below. Entries known only to lie between two days are bars in lanes under that, one
// for all entries of the same days. The number of marks is bounded by the room, not by the entries: a full
// column ends in a plus, and opens up on zooming in. Columns are cut at fixed days, so that panning moves
// marks and does not shuffle them.

const CELLS = [10, 7, 5]; // pixels that a mark takes: the largest that shows nearly all of the entries
const HIDDEN = 0.02; // share of the entries in sight that full columns may keep back at a larger size
export const LINE = 166; // of the axis, from the top
export const HEAD = 40; // the calendar's two rows
const ABOVE = LINE - HEAD - 2; // pixels for the columns over the line, and under it
const BELOW = 62;
const LANES = 5;
const LANE = 13;
export const SPANS = LINE + BELOW + 10;
export const HEIGHT = SPANS + LANES * LANE + 8;
const NARROW = 9; // a bar that would be less than this wide stands in a column
const ORDER = { happened: 0, deadline: 1, planned: 2 };

/** The entries of the columns sent, in the order of the list, their days as numbers (`from` to `to`, exclusive). */
export function prepared({ id, at, begin, days, status, outlets, weight }) {
  return id.map((id, n) => {
    const [first, last] = [begin[n], begin[n] + days[n]];
    const told = { id, at: at[n], status: status[n], outlets: outlets[n], weight: weight[n], text: "" };
    return { ...told, n, first, last, from: first, to: last + 1, mid: (first + last + 1) / 2 };
  });
}

/** Marks for a view `{from, to, x(day), pixels}`: `[{x, y, r, status, items, bar, plus}]`. */
export function arranger(items) {
  let level = "";
  let pixels = 1;
  let short = [];
  let bars = [];
  let cuts = new Map(); // size of marks -> the columns of that size

  function arrange() {
    const long = [];
    short = [];
    for (const item of items) (item.to - item.from > 1 && (item.to - item.from) * pixels >= NARROW ? long : short).push(item);
    bars = laned(long);
    cuts = new Map();
  }

  // Columns take 2^n days, the fewest that leave a mark its room.
  function cut(cell) {
    if (!cuts.has(cell)) {
      const size = 2 ** Math.max(0, Math.ceil(Math.log2(cell / pixels)));
      cuts.set(cell, { cell, size, columns: columned(short, size) });
    }
    return cuts.get(cell);
  }

  function fitting(view) {
    for (const cell of CELLS) {
      const { size, columns } = cut(cell);
      const across = Math.max(1, Math.floor((size * view.pixels * 0.92) / cell));
      const seen = columns.filter(({ day }) => day + size >= view.from && day - size <= view.to);
      const over = (side, room) => Math.max(0, side.length - Math.floor(room / cell) * across);
      const hidden = seen.reduce((sum, one) => sum + over(one.above, ABOVE) + over(one.below, BELOW), 0);
      const all = seen.reduce((sum, one) => sum + one.above.length + one.below.length, 0);
      if (hidden <= HIDDEN * all || cell === CELLS.at(-1)) return { cell, across, columns: seen };
    }
    return undefined;
  }

  return (view) => {
    const now = Math.floor(Math.log2(view.pixels) * 4); // rearranged four times in a doubling of the scale
    if (level !== now) {
      level = now;
      pixels = 2 ** (now / 4);
      arrange();
    }
    const { cell, across, columns } = fitting(view);
    const marks = [];
    for (const column of columns) {
      stack(marks, column.above, view.x(column.day), -cell, Math.floor(ABOVE / cell), across);
      stack(marks, column.below, view.x(column.day), cell, Math.floor(BELOW / cell), across);
    }
    for (const bar of bars) {
      if (bar.to < view.from || bar.from > view.to) continue;
      const [a, b] = [view.x(bar.from), view.x(bar.to)];
      const left = Math.min(a, b) + 0.5;
      const y = SPANS + 4 + Math.min(bar.lane, LANES - 1) * LANE;
      marks.push({ x: view.x((bar.from + bar.to) / 2), y, left, width: Math.abs(b - a) - 1, end: b, status: bar.status, items: bar.items, bar: true, thin: bar.lane >= LANES });
    }
    return marks;
  };
}

function columned(items, size) {
  const held = new Map();
  for (const item of items) {
    const at = Math.floor(item.mid / size);
    if (!held.has(at)) held.set(at, { day: (at + 0.5) * size, above: [], below: [] });
    held.get(at)[item.status === "happened" ? "above" : "below"].push(item);
  }
  for (const column of held.values()) {
    for (const side of [column.above, column.below]) {
      side.sort((a, b) => ORDER[a.status] - ORDER[b.status] || b.weight - a.weight);
    }
  }
  return [...held.values()];
}

/** One column's marks, away from the line: `cell` is their size, negative for upwards. */
function stack(marks, items, x, cell, rows, across) {
  const room = rows * across;
  const wide = Math.abs(cell);
  const shown = items.length > room ? room - across : items.length;
  const row = (n) => LINE + cell * (n + 0.5) + Math.sign(cell) * 1.5;
  const last = Math.min(across, shown) - 1;
  for (let n = 0; n < shown; n++) {
    const item = items[n];
    const r = wide * (item.outlets > 2 ? 0.47 : item.outlets > 1 ? 0.42 : 0.35);
    marks.push({ x: x + ((n % across) - last / 2) * wide, y: row(Math.floor(n / across)), r, status: item.status, items: [item] });
  }
  if (shown < items.length) {
    marks.push({ x, y: row(rows - 1), r: wide * 0.33, status: items[shown].status, items: items.slice(shown), plus: true });
  }
}

/** Entries of the same days and status as one bar each; the weightiest bars get the first lanes. */
function laned(items) {
  const groups = new Map();
  for (const item of items) {
    const key = `${item.from} ${item.to} ${item.status}`;
    if (!groups.has(key)) groups.set(key, { from: item.from, to: item.to, status: item.status, weight: 0, items: [] });
    const group = groups.get(key);
    group.items.push(item);
    group.weight += item.weight;
  }
  const lanes = Array.from({ length: LANES }, () => []);
  const bars = [...groups.values()].sort((a, b) => b.weight - a.weight || a.from - b.from);
  for (const bar of bars) {
    bar.items.sort((a, b) => b.weight - a.weight);
    bar.lane = lanes.findIndex((lane) => lane.every((other) => other.to <= bar.from || other.from >= bar.to));
    if (bar.lane < 0) bar.lane = LANES; // no lane is free: a thin line in the last one
    else lanes[bar.lane].push(bar);
  }
  return bars;
}
