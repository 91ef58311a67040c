// Draws the axis on its canvas. Marks of one look go into one path, so that a frame costs a few fills.

import { HEAD, HEIGHT, LINE } from "./layout.js";

/** The colours and the face in force, read from the page so that themes and contrast settings hold. */
export function looks(figure) {
  const style = getComputedStyle(figure);
  // A canvas knows no light-dark(): each colour is asked for as an element has it.
  const probe = figure.appendChild(document.createElement("span"));
  const of = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const swatch = (key) => getComputedStyle(figure.querySelector(`[data-swatch="${key}"]`)).color;
  const look = {
    ink: of("--ink"), soft: of("--ink-3"), rule: of("--rule"), line: of("--rule-strong"),
    paper: of("--paper"), family: style.fontFamily,
    happened: swatch("happened"), planned: swatch("planned"), deadline: swatch("deadline"),
  };
  probe.remove();
  return look;
}

export function paint(context, view, marks, calendar, look, page, current) {
  const { width, x, rtl } = view;
  context.clearRect(0, 0, width, HEIGHT);
  context.direction = rtl ? "rtl" : "ltr";
  if (page) {
    const [a, b] = [x(page.from), x(page.to)].sort((p, q) => p - q);
    context.fillStyle = look.planned; // what the list below shows, as a strip along the foot
    context.globalAlpha = 0.45;
    context.fillRect(a, HEIGHT - 4, Math.max(3, b - a), 4);
    context.globalAlpha = 1;
  }
  ruler(context, view, calendar, look);
  for (const status of ["happened", "planned", "deadline"]) batch(context, marks, status, look);
  for (const mark of marks) {
    if (!mark.bar || mark.thin || mark.items.length < 2 || mark.width < 22) continue;
    context.fillStyle = look.ink;
    context.font = `600 10px ${look.family}`;
    context.textAlign = "center";
    const [low, high] = [Math.max(mark.left, 0), Math.min(mark.left + mark.width, width)];
    if (high - low > 16) context.fillText(view.number(mark.items.length), (low + high) / 2, mark.y + 3.5);
  }
  if (current) ring(context, current, look);
}

function ruler(context, { width, x, rtl }, { fine, coarse }, look) {
  context.strokeStyle = look.rule;
  context.lineWidth = 1;
  context.beginPath();
  for (const tick of fine) {
    const at = Math.round(x(tick.day)) + 0.5;
    context.moveTo(at, tick.strong ? 18 : 22);
    context.lineTo(at, HEIGHT);
  }
  context.stroke();
  context.strokeStyle = look.line;
  context.beginPath();
  context.moveTo(0, LINE + 0.5);
  context.lineTo(width, LINE + 0.5);
  context.stroke();
  context.textAlign = "start";
  context.fillStyle = look.soft;
  context.font = `400 12px ${look.family}`;
  const inward = rtl ? -4 : 4;
  for (const tick of fine) context.fillText(tick.label, x(tick.day) + inward, 32);
  context.fillStyle = look.ink;
  context.font = `600 12px ${look.family}`;
  // The larger unit's name stays in sight until the next one pushes it out.
  coarse.forEach((part, n) => {
    const edge = rtl ? width : 0;
    const own = x(part.day) + inward;
    let at = rtl ? Math.min(own, edge - 2) : Math.max(own, edge + 2);
    const next = coarse[n + 1];
    if (next) {
      const room = context.measureText(part.label).width + 10;
      at = rtl ? Math.max(at, x(next.day) + room) : Math.min(at, x(next.day) - room);
    }
    context.fillText(part.label, at, 13);
  });
}

function batch(context, marks, status, look) {
  const points = new Path2D();
  const pluses = new Path2D();
  const bars = new Path2D();
  const thin = new Path2D();
  for (const mark of marks) {
    if (mark.status !== status) continue;
    if (mark.thin) thin.rect(mark.left, mark.y + 5.5, mark.width, 1.5);
    else if (mark.bar) {
      bars.roundRect(mark.left, mark.y - 4.5, Math.max(mark.width, 3), 9, 4.5);
      if (status === "deadline") diamond(points, mark.end, mark.y, 4.4);
    } else if (mark.plus) {
      pluses.moveTo(mark.x - mark.r, mark.y);
      pluses.lineTo(mark.x + mark.r, mark.y);
      pluses.moveTo(mark.x, mark.y - mark.r);
      pluses.lineTo(mark.x, mark.y + mark.r);
    } else shape(points, mark);
  }
  context.strokeStyle = context.fillStyle = look[status];
  context.lineWidth = 1.6;
  context.globalAlpha = status === "planned" ? 0.14 : 0.34;
  context.fill(bars);
  context.globalAlpha = 0.55;
  context.fill(thin);
  context.globalAlpha = 1;
  context.lineWidth = 1;
  if (status === "planned") context.setLineDash([3, 2]);
  if (status !== "happened") context.stroke(bars);
  context.setLineDash([]);
  context.lineWidth = 1.6;
  context.stroke(pluses);
  if (status === "planned") {
    context.globalAlpha = 1;
    context.fillStyle = look.paper;
    context.fill(points);
    context.stroke(points);
  } else context.fill(points);
}

function shape(path, { x, y, r, status }) {
  if (status === "deadline") diamond(path, x, y, r * 1.25);
  else {
    path.moveTo(x + r, y);
    path.arc(x, y, status === "planned" ? r * 0.85 : r, 0, 2 * Math.PI);
  }
}

function diamond(path, x, y, r) {
  path.moveTo(x, y - r);
  path.lineTo(x + r, y);
  path.lineTo(x, y + r);
  path.lineTo(x - r, y);
  path.closePath();
}

function ring(context, mark, look) {
  context.strokeStyle = look.ink;
  context.lineWidth = 1.8;
  context.beginPath();
  if (mark.bar) context.roundRect(mark.left - 2, mark.y - 7, mark.width + 4, 14, 7);
  else context.arc(mark.x, mark.y, mark.r + 3.5, 0, 2 * Math.PI);
  context.stroke();
}
