/** Adds styles to a shadow root, and answers with the way to replace them. Constructed, since a strict CSP forbids style elements. */
export function addStyles(root: ShadowRoot, css: string): (css: string) => void {
  if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return (next) => sheet.replaceSync(next);
  }
  const element = document.createElement("style");
  element.textContent = css;
  root.append(element);
  return (next) => {
    element.textContent = next;
  };
}
