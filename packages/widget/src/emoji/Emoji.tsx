import type { RefObject } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";
import { emojiLabel } from "./emoji-words.ts";

const emoji = late(() => import("./emoji-parts.ts"));
const Picker = lateComponent(emoji, (parts) => parts.Picker);

/** A composer's way to emoji. Not on phones, whose keyboards have them. */
export function Emoji({ field }: { field: RefObject<HTMLTextAreaElement> }) {
  const { locale } = useApp();
  const hovers = useMemo(() => matchMedia("(hover: hover)").matches, []);
  const [open, setOpen] = useState(false);
  if (!hovers) return null;
  const close = () => {
    setOpen(false);
    field.current?.focus();
  };
  const pick = (picked: string) => {
    const at = field.current;
    at?.setRangeText(picked, at.selectionStart, at.selectionEnd, "end");
    at?.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  };
  return (
    <>
      <button
        type="button"
        class="emoji"
        aria-label={emojiLabel[locale]}
        aria-expanded={open}
        onClick={() => (open ? close() : setOpen(true))}
      >
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 10h.01M15 10h.01M8.5 14a4.2 4.2 0 0 0 7 0" />
        </svg>
      </button>
      {open && <Picker onPick={pick} onClose={close} onLeave={() => setOpen(false)} />}
    </>
  );
}
