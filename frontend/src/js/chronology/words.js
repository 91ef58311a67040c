// Dates and counts in the reader's language, digits and month names, as the server writes them.

import { dayAt, parts } from "./scale.js";

export function wording(held) {
  const plural = new Intl.PluralRules(held.lang);
  const number = (n) => {
    const plain = String(n);
    return held.digits === "arab" ? plain.replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + Number(d))) : plain;
  };
  const count = (forms, n) => forms[plural.select(n)].replace("%(n)s", number(n));
  const day = (at) => {
    const [year, month, date] = parts(at);
    return `${number(date)} ${held.months[month]} ${number(year)}`;
  };
  const month = (at) => {
    const [year, at_] = parts(at);
    return `${held.months[at_]} ${number(year)}`;
  };
  /** A stretch of days, both inclusive, no more exactly than it is known. */
  const days = (begin, end) => {
    if (begin === end) return day(begin);
    const [year, first, date] = parts(begin);
    const [lastYear, last] = parts(end);
    if (date === 1 && year === lastYear && first === last && end + 1 === dayAt(year, first + 1)) return month(begin);
    if (begin === dayAt(year) && end + 1 === dayAt(year + 1)) return number(year);
    const from = year === lastYear && first === last ? number(date) : day(begin);
    return held.range.replace("%(begin)s", from).replace("%(end)s", day(end));
  };
  return { months: held.months, number, month, days, status: held.status, outlets: (n) => count(held.outlets, n), more: (n) => count(held.more, n) };
}
