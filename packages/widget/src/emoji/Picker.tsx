import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { pickerWords } from "./picker-words.ts";

/** What is used when one asks for help: few enough to find without searching. */
const groups = {
  faces: "😀😄😂🙂😉😊😍🤩😘😎🤔😐🙄😏😴😬😅😢😭😤😡😳😱🤯🤒🥳🤗🙈",
  hands: "👍👎👌👏🙌🙏👋🤝💪✌️🤞👀❤️🧡💛💚💙💜💔✨",
  things: "🎉🎁🔥⭐💡📦🚚📄📎📷💻📱🔑🔒🛒💳💶📅⏰🏠☕🌱",
  signs: "✅❌❓❗⚠️➡️⬅️⬆️⬇️🔄➕➖💯🆗🆕",
} as const;
const columns = 8;

export interface PickerProps {
  /** Where they go. */
  field: RefObject<HTMLTextAreaElement>;
  /** Back to writing. */
  close(): void;
  /** The focus went elsewhere. */
  leave(): void;
}

/** Emoji to pick from, by pointer or by arrows. */
export function Picker({ field, close, leave }: PickerProps) {
  const { text, locale } = useApp();
  const words = pickerWords[locale];
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => element.current?.querySelector("button")?.focus(), []);
  const pick = (emoji: string) => {
    const at = field.current;
    at?.setRangeText(emoji, at.selectionStart, at.selectionEnd, "end");
    at?.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      // Not the panel's: it would close.
      event.preventDefault();
      return close();
    }
    const buttons = [...(element.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const forward = locale === "ar" ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: forward,
      ArrowLeft: -forward,
      ArrowDown: columns,
      ArrowUp: -columns,
      Home: -at,
      End: buttons.length - 1 - at,
    };
    const step = steps[event.key];
    if (step === undefined || at < 0) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };
  return (
    <div
      ref={element}
      class="emoji-picker"
      role="dialog"
      aria-label={text.emoji}
      onKeyDown={move}
      onFocusOut={({ relatedTarget, currentTarget }) => {
        const to = relatedTarget as HTMLElement | null;
        // The button closes it by itself.
        if (to && !currentTarget.contains(to) && !to.matches(".emoji")) leave();
      }}
    >
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <section key={group} aria-label={words[group]}>
          <h3>{words[group]}</h3>
          <div>
            {split(groups[group]).map((emoji) => (
              // One stop for all of them: within, arrows move.
              <button
                type="button"
                key={emoji}
                tabIndex={emoji === split(groups.faces)[0] ? 0 : -1}
                onClick={() => pick(emoji)}
              >
                {emoji}
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** What is seen as one, also where it is several characters. */
const split = (emoji: string): string[] =>
  Array.from(new Intl.Segmenter("en", { granularity: "grapheme" }).segment(emoji), ({ segment }) => segment);
