/** `href` where it leads to http, https or mailto; `null` for everything else (`javascript:`, `data:`, relative …). */
export function safeHref(href: string): string | null {
  try {
    const url = new URL(href);
    return /^(https?|mailto):$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
