import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";
import { Icon } from "../parts/Icon.tsx";

const emoji = late(() => import("./emoji-parts.ts"));
const Picker = lateComponent(emoji, (parts) => parts.Picker);

/** A composer's way to emoji. Not on phones, whose keyboards have them. */
export function Emoji({ field }: { field: RefObject<HTMLTextAreaElement> }) {
  const { text } = useApp();
  const [open, setOpen] = useState(false);
  if (!matchMedia("(hover: hover)").matches) return null;
  const close = () => {
    setOpen(false);
    field.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        class="emoji"
        aria-label={text.emoji}
        aria-expanded={open}
        onClick={() => (open ? close() : setOpen(true))}
      >
        <Icon name="smile" path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 10h.01M15 10h.01M8.5 14a4.2 4.2 0 0 0 7 0" />
      </button>
      {open && <Picker field={field} close={close} leave={() => setOpen(false)} />}
    </>
  );
}
