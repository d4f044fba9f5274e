export type HtmlToken =
  | { kind: "text"; text: string }
  | { kind: "open"; name: string; attributes: Record<string, string> }
  | { kind: "close"; name: string };

const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^<>]*)?)\/?>/g;
const attribute = /([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const known = new Set(
  (
    "a abbr address article aside audio b big blockquote body br button caption center cite code col colgroup dd del details div " +
    "dl dt em embed figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd " +
    "label li link main map mark math meta nav noscript object ol optgroup option p param picture pre q s samp script section " +
    "select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time " +
    "title tr track tt u ul var video wbr"
  ).split(" "),
);

/**
 * Raw HTML as tokens. A tag that HTML does not know (`<tenant>`, a placeholder in prose) is text; scripts, styles and
 * comments leave nothing behind.
 */
export function tokensOfHtml(html: string): HtmlToken[] {
  const clean = html.replace(/<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, "");
  const tokens: HtmlToken[] = [];
  let end = 0;
  for (const found of clean.matchAll(tag)) {
    if (found.index > end) tokens.push({ kind: "text", text: clean.slice(end, found.index) });
    end = found.index + found[0].length;
    const name = found[2]?.toLowerCase();
    if (name === undefined) continue;
    if (!known.has(name)) tokens.push({ kind: "text", text: found[0] });
    else if (found[1] === "/") tokens.push({ kind: "close", name });
    else tokens.push({ kind: "open", name, attributes: attributesOf(found[3] ?? "") });
  }
  if (end < clean.length) tokens.push({ kind: "text", text: clean.slice(end) });
  return tokens;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attribute)].map((found) => [
      (found[1] ?? "").toLowerCase(),
      found[2] ?? found[3] ?? found[4] ?? "",
    ]),
  );
}
