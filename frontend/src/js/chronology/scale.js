// Days as whole numbers since 1970, and the marks of the calendar that a stretch of them can carry.

const LENGTH = 86_400_000;

export const isoOf = (day) => new Date(Math.floor(day) * LENGTH).toISOString().slice(0, 10);

export function parts(day) {
  const date = new Date(Math.floor(day) * LENGTH);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
}

export function dayAt(year, month = 0, date = 1) {
  const value = new Date(0);
  value.setUTCFullYear(year, month, date);
  return value.getTime() / LENGTH;
}

// Steps from fine to coarse: how many days one takes, and the room that its label needs in pixels.
const STEPS = [
  { unit: "day", dates: null, days: 1, room: 24 },
  { unit: "day", dates: [1, 8, 15, 22], days: 7, room: 24 },
  { unit: "month", every: 1, days: 30, room: 84 },
  { unit: "month", every: 3, days: 91, room: 84 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((every) => ({ unit: "year", every, days: 365 * every, room: 52 })),
];

/** The ticks between two days: `[{day, label, strong}]`, and the larger unit's parts `[{day, label}]`. */
export function ticks(from, to, width, words) {
  const pixels = width / (to - from);
  const step = STEPS.find((one) => one.days * pixels >= one.room) ?? STEPS.at(-1);
  const fine = [];
  const coarse = [];
  const [firstYear, firstMonth] = parts(from);
  if (step.unit === "year") {
    for (let y = Math.floor(firstYear / step.every) * step.every; dayAt(y) <= to; y += step.every) {
      fine.push({ day: dayAt(y), label: words.number(y), strong: y % (step.every * 10) === 0 });
    }
    return { fine, coarse };
  }
  for (let month = step.unit === "month" ? 0 : firstMonth; ; month += step.unit === "month" ? step.every : 1) {
    const [year, at] = parts(dayAt(firstYear, month));
    const start = dayAt(year, at);
    if (start > to) break;
    const major = step.unit === "day" || at === 0;
    if (major) coarse.push({ day: start, label: step.unit === "day" ? words.month(start) : words.number(year) });
    if (step.unit === "month") {
      fine.push({ day: start, label: words.months[at], strong: at === 0 });
      continue;
    }
    const length = dayAt(year, at + 1) - start;
    for (const date of step.dates ?? Array.from({ length }, (_, n) => n + 1)) {
      fine.push({ day: start + date - 1, label: words.number(date), strong: date === 1 });
    }
  }
  return { fine, coarse };
}
