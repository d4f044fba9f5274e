/** One piece of a simple pattern: a character or a class, and how often. */
const piece =
  /^(?:\\[dDwWsS]|\\[^\w\s]|\[\^?(?:\\[dDwWsS]|\\[^\w\s]|[^\\\]])+\]|[^\\[\](){}|?*+^$])(\?|\*|\+|\{\d{1,3}(?:,\d{0,3})?\})?/u;
/** Each that may match more or less of a text multiplies the ways to try it. */
const maxOpenQuantifiers = 3;

/** What a field with a pattern may hold: short enough for the worst simple pattern. */
export const patternedTextMax = 200;

/** Without groups and alternatives, and with few quantifiers, so that matching a short text always ends soon. */
export function isSimplePattern(pattern: string): boolean {
  let open = 0;
  let rest = pattern;
  while (rest !== "") {
    const [found, quantifier = ""] = piece.exec(rest) ?? [];
    if (!found) return false;
    if (quantifier !== "" && !/^\{\d+\}$/.test(quantifier)) open += 1;
    rest = rest.slice(found.length);
  }
  if (pattern === "" || open > maxOpenQuantifiers) return false;
  try {
    return whole(pattern) !== null;
  } catch {
    return false; // Passed the grammar above, but not the language's, such as "[z-a]" or "{3,1}".
  }
}

/** Whether all of `text` matches a simple pattern. */
export const matchesPattern = (pattern: string, text: string): boolean =>
  text.length <= patternedTextMax && whole(pattern).test(text);

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, "u");
