import type { Inline } from "@deskbell/contract";
import { safeHref } from "./safe-href.ts";

interface Frame {
  marker: string;
  children: Inline[];
}

/** Unclosed marks deeper than this stay text: nobody writes them, and what draws the tree is recursive. */
const MAX_FRAMES = 16;
const WORD = /[\p{L}\p{N}]/u;
const ESCAPED = /\\([!-/:-@[-`{-~])/y;
const BARE_LINK = /https?:\/\/[^\s<>"`]+/iy;
const TARGET = /\]\(\s*<?((?:[^\s<>()]|\([^\s<>()]*\))+)>?(?:\s+"[^"]*")?\s*\)/y;
const MARK = /\*\*|__|~~|\*|_/y;

const typeOf = { "**": "strong", __: "strong", "*": "emphasis", _: "emphasis", "~~": "strike" } as const;
type Marker = keyof typeof typeOf;

/** The marks within one paragraph, in one pass. */
export function parseInlines(text: string): Inline[] {
  const root: Inline[] = [];
  const frames: Frame[] = [];
  let at = 0;

  const children = () => frames.at(-1)?.children ?? root;
  const addText = (added: string) => {
    const last = children().at(-1);
    if (last?.type === "text") last.text += added;
    else if (added) children().push({ type: "text", text: added });
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  /** Marks above `depth` turned out to be text. */
  const unwindTo = (depth: number) => {
    while (frames.length > depth) {
      const frame = frames.pop();
      addText(frame?.marker ?? "");
      for (const child of frame?.children ?? []) {
        if (child.type === "text") addText(child.text);
        else children().push(child);
      }
    }
  };
  const closeFrame = (depth: number): Inline[] => {
    unwindTo(depth + 1);
    return frames.pop()?.children ?? [];
  };

  function readCode(): true {
    const fence = /^`+/.exec(text.slice(at, at + 32))?.[0] ?? "";
    let end = text.indexOf(fence, at + fence.length);
    while (end >= 0 && text[end + fence.length] === "`") {
      let past = end;
      while (text[past] === "`") past += 1;
      end = text.indexOf(fence, past);
    }
    if (end < 0) {
      addText(fence);
      at += fence.length;
      return true;
    }
    const code = text.slice(at + fence.length, end).replace(/\n/g, " ");
    children().push({ type: "code", text: /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code });
    at = end + fence.length;
    return true;
  }

  function readBareLink(): boolean {
    if (WORD.test(text[at - 1] ?? "")) return false;
    const found = match(BARE_LINK)?.[0];
    const shown = found && trimLink(found);
    const href = shown && safeHref(shown);
    if (!href) return false;
    children().push({ type: "link", href, children: [{ type: "text", text: shown }] });
    at += shown.length;
    return true;
  }

  function readLinkEnd(): boolean {
    const depth = frames.findLastIndex((frame) => frame.marker === "[");
    if (depth < 0) return false;
    const target = match(TARGET);
    const href = target && safeHref(target[1] ?? "");
    if (!target || !href || (frames[depth]?.children.length ?? 0) + frames.length - depth - 1 === 0) {
      unwindTo(depth);
      return false;
    }
    const label = withoutLinks(closeFrame(depth));
    children().push({ type: "link", href, children: label });
    at += target[0].length;
    return true;
  }

  function readMark(): boolean {
    let marker = match(MARK)?.[0] as Marker | undefined;
    if (!marker) return false;
    const top = frames.at(-1)?.marker;
    // "***" closes what was opened last first.
    if (marker.length === 2 && top === marker[0] && text[at + 2] === top) marker = top as Marker;
    const before = text[at - 1] ?? " ";
    const after = text[at + marker.length] ?? " ";
    const isInWord = marker[0] === "_" && WORD.test(before) && WORD.test(after);
    const depth = frames.findLastIndex((frame) => frame.marker === marker);
    const hasContent = before !== marker[0] || (frames[depth]?.children.length ?? 0) > 0;
    at += marker.length;
    if (depth >= 0 && !/\s/.test(before) && !isInWord && hasContent) {
      const inner = closeFrame(depth);
      children().push({ type: typeOf[marker], children: inner });
    } else if (!/\s/.test(after) && !isInWord && frames.length < MAX_FRAMES) {
      frames.push({ marker, children: [] });
    } else {
      addText(marker);
    }
    return true;
  }

  while (at < text.length) {
    const char = text[at] ?? "";
    const escaped = char === "\\" && match(ESCAPED);
    if (escaped) {
      addText(escaped[1] ?? "");
      at += 2;
    } else if (char === "\n") {
      children().push({ type: "break" });
      at += 1;
    } else if (char === "[" && frames.length < MAX_FRAMES) {
      frames.push({ marker: "[", children: [] });
      at += 1;
    } else if (
      (char === "`" && readCode()) ||
      (/h/i.test(char) && readBareLink()) ||
      (char === "]" && readLinkEnd()) ||
      readMark()
    ) {
      // Read.
    } else {
      addText(char);
      at += 1;
    }
  }
  unwindTo(0);
  return root;
}

/** A link at the end of a sentence does not own its full stop, nor a bracket that was opened before it. */
function trimLink(link: string): string {
  let end = link.length;
  for (;;) {
    const last = link[end - 1] ?? "";
    const isOpened = last === ")" && link.slice(0, end).split("(").length >= link.slice(0, end).split(")").length;
    if (!/[.,;:!?'*_~)\]]/.test(last) || isOpened) return link.slice(0, end);
    end -= 1;
  }
}

/** A link within a link would be taken apart by the browser. */
const withoutLinks = (inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap((inline): Inline[] => {
    if (inline.type === "link") return withoutLinks(inline.children);
    return "children" in inline ? [{ ...inline, children: withoutLinks(inline.children) }] : [inline];
  });
