/**
 * Adds styles to a shadow root, and answers with the way to replace them. Constructed, since a strict CSP forbids
 * style elements; every browser with `light-dark()`, which the panel needs, can do that.
 */
export function addStyles(root: ShadowRoot, css = ""): (css: string) => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
  return (next) => sheet.replaceSync(next);
}
