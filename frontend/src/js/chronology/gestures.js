// Wheel, drag and pinch on the axis, as moves and zooms. A plain wheel scrolls the page until the axis is in
// use (has the focus), so that nobody is caught by it on the way down.

const SLIP = 5; // pixels that a press may move and still be a click

export function gestures(field, { move, zoom, point, click, leave }) {
  const down = new Map();
  let travelled = 0;

  const at = (event) => {
    const box = field.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  field.addEventListener("wheel", (event) => {
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const zooming = event.ctrlKey || event.metaKey || (!sideways && !event.shiftKey && field.matches(":focus"));
    if (!zooming && !sideways && !event.shiftKey) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : 1;
    if (zooming) zoom(Math.exp(event.deltaY * unit * (event.ctrlKey && Math.abs(event.deltaY) < 30 ? 0.01 : 0.002)), at(event)[0]);
    else move(-(sideways ? event.deltaX : event.deltaY) * unit);
  }, { passive: false });

  field.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    down.set(event.pointerId, at(event));
    if (down.size === 1) travelled = 0;
    field.setPointerCapture(event.pointerId);
  });
  field.addEventListener("pointermove", (event) => {
    const now = at(event);
    const before = down.get(event.pointerId);
    if (!before) return point(now, event.pointerType);
    travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
    const [a, b] = [...down.values()];
    down.set(event.pointerId, now);
    if (down.size === 1) {
      if (travelled > SLIP) move(now[0] - before[0]);
      return undefined;
    }
    const [c, d] = [...down.values()];
    const [was, is] = [Math.abs(a[0] - b[0]), Math.abs(c[0] - d[0])];
    move((c[0] + d[0] - a[0] - b[0]) / 2);
    if (was > 12 && is > 12) zoom(was / is, (c[0] + d[0]) / 2);
    return undefined;
  });
  const up = (event) => {
    if (!down.delete(event.pointerId)) return;
    if (event.type === "pointerup" && !down.size && travelled <= SLIP) click(at(event), event.pointerType);
  };
  field.addEventListener("pointerup", up);
  field.addEventListener("pointercancel", up);
  field.addEventListener("pointerleave", (event) => !down.size && event.pointerType !== "touch" && leave());
}
