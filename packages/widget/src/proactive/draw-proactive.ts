import type { Locale } from "../locales.ts";
import css from "../styles/notice.css?inline";
import { addStyles } from "../styles.ts";
import { proactiveWords } from "./proactive-words.ts";

interface Shown {
  locale: Locale;
  name: string;
  text: string;
}

/** Puts a message beside the launcher, without any of the panel's code. Answers with the way to remove it. */
export function drawProactive(root: ShadowRoot, { locale, name, text }: Shown, onOpen: () => void): () => void {
  const words = proactiveWords[locale];
  const launcher = root.querySelector(".launcher")?.getBoundingClientRect();
  // The panel's own are not here yet.
  const style = addStyles(root, `${css}.notice{--accent:var(--text)}`);
  const section = make("section", launcher?.width ? "notice" : "notice alone");
  section.ariaLabel = words.label;
  section.lang = locale;
  section.dir = locale === "ar" ? "rtl" : "ltr";
  const open = make("button", "notice-words");
  const said = make("span");
  const body = make("span");
  body.dir = "auto";
  body.textContent = text;
  said.append(Object.assign(make("b"), { textContent: name }), body);
  open.append(said);
  const close = make("button", "notice-close");
  close.ariaLabel = words.close;
  close.textContent = "✕";
  const live = make("p", "notice-said");
  live.role = "status";
  section.append(open, close, live);
  root.append(section);
  const remove = () => {
    section.remove();
    style("");
  };
  open.onclick = () => {
    remove();
    onOpen();
  };
  close.onclick = remove;
  // Screen readers say what changes: so it is empty at first.
  requestAnimationFrame(() => {
    live.textContent = `${name}: ${text}`;
  });
  return remove;
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = ""): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), { className });
}
