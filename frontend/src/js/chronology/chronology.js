// The timeline's axis: fetches the entries that the page's filters let through, and lets the reader move,
// zoom, step through them and go to one in the list. The list says the same and needs no script.

import { typing } from "../keys.js";
import { gestures } from "./gestures.js";
import { arranger, HEIGHT, prepared } from "./layout.js";
import { looks, paint } from "./paint.js";
import { isoOf, ticks } from "./scale.js";
import { wording } from "./words.js";

const CLOSEST = 5; // days across the whole width
const REACH = 11; // pixels from a mark at which it is meant
const MOSTLY = 0.85; // share of the entries that the first view holds
const STEP = 1.6; // what one press of plus or minus zooms
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

export async function chronology(figure) {
  const held = await asked(figure.dataset.chronology);
  const items = held ? prepared(held) : [];
  if (items.length < 2) {
    figure.hidden = true;
    return;
  }
  await document.fonts?.ready;
  const retell = axis(figure, items);
  // The words are most of what there is to send, and nothing is drawn of them until an entry is pointed at.
  const told = await asked(`${figure.dataset.chronology}/words`);
  if (told?.words.length !== items.length) return;
  for (const item of items) item.text = told.words[item.n];
  retell();
}

async function asked(address) {
  const response = await fetch(address + location.search, { headers: { accept: "application/json" } });
  return response.ok ? response.json() : null;
}

function axis(figure, items) {
  const field = figure.querySelector("[data-field]");
  field.querySelector("[data-wait]")?.remove();
  const canvas = field.querySelector("canvas");
  const context = canvas.getContext("2d");
  const tip = field.querySelector("[data-tip]");
  const says = figure.querySelector("[data-says]");
  const period = figure.querySelector("[data-period]");
  const words = wording(JSON.parse(figure.dataset.words));
  const rtl = getComputedStyle(figure).direction === "rtl";
  const whole = padded(Math.min(...items.map((i) => i.from)), Math.max(...items.map((i) => i.to)));
  const marksOf = arranger(items);
  const page = pageOf(items);
  let [from, to] = usual(items, whole);
  let width = 1;
  let look = looks(figure);
  let marks = [];
  let current = null; // the mark pointed at, and the entry of it
  let chosen = null;
  let said = null; // the entry last stepped to
  let waiting = 0;

  const view = () => {
    const pixels = width / (to - from);
    const x = rtl ? (day) => width - (day - from) * pixels : (day) => (day - from) * pixels;
    return { from, to, width, pixels, rtl, x, number: words.number };
  };

  function draw() {
    waiting = 0;
    const now = view();
    marks = marksOf(now);
    current = chosen && marks.find((mark) => mark.items.includes(chosen));
    paint(context, now, marks, ticks(from, to, width, words), look, page, current);
    showTip();
  }
  const redraw = () => (waiting ||= requestAnimationFrame(draw));

  function look_at(begin, end) {
    const span = Math.min(Math.max(end - begin, CLOSEST), whole[1] - whole[0]);
    const middle = (begin + end) / 2;
    from = Math.min(Math.max(middle - span / 2, whole[0]), whole[1] - span);
    to = from + span;
    const address = new URL(location);
    for (const gone of ["page", "since", "until"]) address.searchParams.delete(gone);
    address.hash = "";
    address.searchParams.set("since", isoOf(from));
    address.searchParams.set("until", isoOf(to));
    period.href = address.pathname + address.search;
    period.hidden = span >= (whole[1] - whole[0]) * 0.999;
    redraw();
  }

  function move(pixels) {
    const days = ((rtl ? pixels : -pixels) / width) * (to - from);
    look_at(from + days, to + days);
  }

  function zoom(factor, x = width / 2) {
    const share = rtl ? 1 - x / width : x / width;
    const span = Math.min(Math.max((to - from) * factor, CLOSEST), whole[1] - whole[0]);
    const still = from + (to - from) * share;
    look_at(still - span * share, still + span * (1 - share));
  }

  /** Goes to another stretch within a fifth of a second, or at once where the reader wants no motion. */
  function glide(begin, end) {
    if (CALM.matches) return look_at(begin, end);
    const [a, b, start] = [from, to, performance.now()];
    const frame = (now) => {
      const t = Math.min(1, (now - start) / 200);
      const eased = 1 - (1 - t) ** 3;
      look_at(a + (begin - a) * eased, b + (end - b) * eased);
      if (t < 1) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return undefined;
  }
  const around = (factor) => {
    const [middle, half] = [(from + to) / 2, ((to - from) * factor) / 2];
    glide(middle - half, middle + half);
  };

  function markAt([x, y]) {
    let best = null;
    let nearest = REACH;
    for (const mark of marks) {
      const off = mark.bar ? Math.max(mark.left - x, x - mark.left - mark.width, 0) : Math.abs(mark.x - x);
      const distance = Math.hypot(off, mark.y + (mark.thin ? 6 : 0) - y);
      if (distance < nearest) [best, nearest] = [mark, distance];
    }
    return best;
  }

  function choose(item) {
    if (item === chosen) return;
    chosen = item;
    redraw();
  }

  function showTip() {
    field.classList.toggle("over", Boolean(current));
    tip.hidden = !current;
    if (!current) return;
    const [when, text, meta] = tip.children;
    when.textContent = words.days(chosen.first, chosen.last);
    text.textContent = chosen.text;
    const others = current.items.length - 1;
    meta.textContent = [words.status[chosen.status], words.outlets(chosen.outlets), ...(others ? [words.more(others)] : [])].join(" · ");
    const [wide, high] = [tip.offsetWidth, tip.offsetHeight];
    const x = Math.min(Math.max(current.x, 0), width);
    const left = Math.min(Math.max(x - wide / 2, 0), width - wide);
    const top = current.y + 16 + high < HEIGHT + 40 ? current.y + 14 : current.y - high - 12;
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  function go(item) {
    const line = document.getElementById(item.id);
    if (line) {
      for (const other of document.querySelectorAll(".reached")) other.classList.remove("reached");
      line.classList.add("reached");
      line.scrollIntoView({ block: "center" });
      line.querySelector("a").focus({ preventScroll: true });
      return;
    }
    const address = new URL(location);
    address.searchParams.set("page", Math.floor(item.at / Number(figure.dataset.perPage)) + 1);
    address.hash = item.id;
    location.assign(address);
  }

  function press(mark) {
    if (!mark.plus) return go(mark.items[0]);
    const middle = mark.items.reduce((sum, item) => sum + item.mid, 0) / mark.items.length;
    const span = Math.max((to - from) / 6, CLOSEST);
    return glide(middle - span / 2, middle + span / 2);
  }

  gestures(field, {
    move,
    zoom,
    point: (at) => choose(markAt(at)?.items[0] ?? null),
    leave: () => choose(null),
    click(at, kind) {
      field.focus({ preventScroll: true });
      const mark = markAt(at);
      const again = mark && mark === current;
      // A finger cannot hover: its first touch shows the entry, the second goes to it.
      if (kind === "touch" && !again) choose(mark?.items[0] ?? null);
      else if (mark) press(mark);
    },
  });

  function step(by) {
    const seen = items.filter((item) => item.to > from && item.from < to);
    const start = chosen ? chosen.n + by : (by > 0 ? seen[0] : seen.at(-1))?.n ?? 0;
    reach(items[Math.min(Math.max(start, 0), items.length - 1)]);
  }

  function reach(item) {
    const half = (to - from) / 2;
    const margin = half * 0.1;
    if (item.mid < from + margin || item.mid > to - margin) look_at(item.mid - half, item.mid + half);
    choose(item);
    said = item;
    say();
  }
  function say() {
    if (said) says.textContent = `${words.days(said.first, said.last)}. ${words.status[said.status]}. ${said.text}`;
  }

  const forth = rtl ? "ArrowLeft" : "ArrowRight";
  const back = rtl ? "ArrowRight" : "ArrowLeft";
  const keys = {
    [forth]: (event) => (event.shiftKey ? move((rtl ? 1 : -1) * width * 0.2) : step(1)),
    [back]: (event) => (event.shiftKey ? move((rtl ? -1 : 1) * width * 0.2) : step(-1)),
    Home: () => reach(items[0]),
    End: () => reach(items.at(-1)),
    "+": () => around(1 / STEP),
    "=": () => around(1 / STEP),
    "-": () => around(STEP),
    0: () => glide(...whole),
    Enter: () => chosen && go(chosen),
    Escape: () => choose(null),
  };
  field.addEventListener("keydown", (event) => {
    if (typing(event) || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key](event);
  });
  field.addEventListener("blur", () => choose(null));
  const zooms = { in: () => around(1 / STEP), out: () => around(STEP), whole: () => glide(...whole) };
  for (const button of figure.querySelectorAll("[data-zoom]")) button.addEventListener("click", zooms[button.dataset.zoom]);

  // The list points back: an entry under the pointer is ringed on the axis where it is in sight.
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const list of document.querySelectorAll(".moments")) {
    list.addEventListener("pointerover", (event) => choose(byId.get(event.target.closest(".moment")?.id) ?? null));
    list.addEventListener("pointerleave", () => choose(null));
  }

  const fit = () => {
    const sharp = devicePixelRatio || 1;
    width = field.clientWidth;
    canvas.width = Math.round(width * sharp);
    canvas.height = Math.round(HEIGHT * sharp);
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    draw();
  };
  new ResizeObserver(fit).observe(field);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    look = looks(figure);
    redraw();
  });
  look_at(from, to);
  const target = document.getElementById(location.hash.slice(1));
  if (target?.matches(".moment")) target.classList.add("reached");
  return () => {
    redraw();
    say();
  };
}

const padded = (from, to) => [from - (to - from) * 0.02 - 1, to + (to - from) * 0.02 + 1];

/** Where to begin: all of it, unless nearly all lies in a small part; then the shortest part that holds it. */
function usual(items, whole) {
  const middles = items.map((item) => item.mid).sort((a, b) => a - b);
  const many = Math.ceil(middles.length * MOSTLY) - 1;
  let first = 0;
  for (let n = 0; n + many < middles.length; n++) {
    if (middles[n + many] - middles[n] < middles[first + many] - middles[first]) first = n;
  }
  const core = padded(middles[first], middles[first + many]);
  return core[1] - core[0] < (whole[1] - whole[0]) * 0.6 ? core : whole;
}

/** The days that the list's page covers, where it is not the whole list. */
function pageOf(items) {
  const held = items.filter((item) => document.getElementById(item.id));
  if (!held.length || held.length === items.length) return null;
  return { from: Math.min(...held.map((i) => i.from)), to: Math.max(...held.map((i) => i.from)) + 1 };
}
