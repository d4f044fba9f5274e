/** What no name on a screen or in a header may hold: control and format characters, such as the one that turns the writing round. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;
/** Format characters that are part of how a word or emoji is written. */
const joiners = /[\u200c\u200d]/;
const maxLength = 120;

/** A name to show and to save under: no path, nothing unseen, not too long, never empty. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).findLast((part) => part.trim() !== "") ?? "";
  const clean = last
    .normalize("NFC")
    .replace(unseen, (sign) => (joiners.test(sign) ? sign : ""))
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return shorten(clean) || "file";
}

/** The end tells what it is: it stays. */
function shorten(name: string): string {
  const signs = [...name];
  if (signs.length <= maxLength) return name;
  const extension = /\.\w{1,10}$/.exec(name)?.[0] ?? "";
  return signs.slice(0, maxLength - extension.length).join("") + extension;
}

/** The header that names a download, for old readers and for those who know RFC 6266. */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
