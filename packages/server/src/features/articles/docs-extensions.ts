/**
 * Rewrites what documentation platforms add to Markdown (Microsoft Learn's directives, front of GitHub's) into plain
 * Markdown, leaving code fences and code spans as they are.
 */
export function withoutExtensions(markdown: string): string {
  let fence: string | null = null;
  return markdown
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const mark = /^[\s>]*(?:[-*+] |\d+[.)] )?\s*(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence !== null) {
        if (mark?.startsWith(fence)) fence = null;
        return line;
      }
      if (mark) {
        fence = mark;
        return line;
      }
      return rewriteLine(line);
    })
    .join("\n")
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "");
}

function rewriteLine(line: string): string {
  if (/^[\s>]*:::\s*(?:zone|moniker|row|column|row-end|column-end|zone-end|moniker-end)\b.*$/i.test(line)) return "";
  if (/^[\s>]*\[!div\b[^\]]*\]\s*$/i.test(line)) return line.replace(/\[!div.*$/i, "");
  if (/^[\s>]*(?:<\/?br\s*\/?>\s*)+$/i.test(line)) return line.replace(/<.*$/, "");
  return line
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : rewriteDirectives(part)))
    .join("");
}

function rewriteDirectives(text: string): string {
  return text
    .replace(/:::image\b(.*?):::/gi, (_, attributes: string) => {
      const alt = attribute(attributes, "alt-text").replace(/[[\]]/g, "");
      const source = attribute(attributes, "source");
      return source ? `![${alt}](<${source.replace(/[<>]/g, "")}>)` : alt;
    })
    .replace(/:::image-end:::/gi, "")
    .replace(/\[!INCLUDE\s*\[[^\]]*\]\([^)]*\)\]/gi, "")
    .replace(/\[!VIDEO\s+([^\]\s]+)[^\]]*\]/gi, "[Video](<$1>)");
}

const attribute = (attributes: string, name: string) =>
  new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, "i").exec(attributes)?.[1]?.trim() ?? "";
