// Offsets in records count Unicode code points; the DOM counts UTF-16 units. They differ after a character
// outside the basic plane (an emoji), so every offset passes through here.

/** A function from code points to UTF-16 units in `text`; texts without such characters cost nothing. */
export function units(text) {
  const wide = [];
  let point = 0;
  for (let i = 0; i < text.length; i++, point++) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < text.length) {
      const low = text.charCodeAt(i + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        wide.push(point);
        i++;
      }
    }
  }
  if (wide.length === 0) return (offset) => offset;
  return (offset) => {
    let extra = 0;
    while (extra < wide.length && wide[extra] < offset) extra++;
    return offset + extra;
  };
}

/** The inverse: from UTF-16 units to code points. */
export function points(text, unit) {
  let count = 0;
  for (let i = 0; i < unit && i < text.length; i++, count++) {
    const code = text.codePointAt(i);
    if (code > 0xffff) i++;
  }
  return count;
}
