import type { ComponentChildren, TargetedToggleEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import "./popover.css";

interface PopoverProps {
  /** The button's own name, where its content has no words. */
  label?: string;
  button: ComponentChildren;
  buttonClass?: string;
  disabled?: boolean;
  shortcut?: string;
  side?: "start" | "end";
  above?: boolean;
  children: (close: () => void) => ComponentChildren;
}

/** A button and what it opens: light-dismissed by the browser, kept within the window by us. */
export function Popover({ label, button, buttonClass = "button", disabled = false, shortcut, ...rest }: PopoverProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => panel.current?.hidePopover();
  function handleToggle(event: TargetedToggleEvent<HTMLDivElement>) {
    setOpen(event.newState === "open");
    if (event.newState !== "open") return;
    requestAnimationFrame(() => {
      place(anchor.current, panel.current, rest.side ?? "start", rest.above ?? false);
      panel.current?.querySelector<HTMLElement>("input, [role^=menuitem], [role=option], button")?.focus();
    });
  }
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class={buttonClass}
        aria-label={label}
        title={label}
        aria-haspopup="true"
        aria-expanded={open}
        aria-keyshortcuts={shortcut}
        disabled={disabled}
        onClick={() => panel.current?.togglePopover()}
      >
        {button}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the controls inside */}
      <div ref={panel} popover="auto" class="popover" onToggle={handleToggle} onKeyDown={moveByArrows}>
        {open && rest.children(close)}
      </div>
    </>
  );
}

function place(anchor: HTMLElement | null, panel: HTMLElement | null, side: "start" | "end", above: boolean): void {
  if (!anchor || !panel) return;
  const at = anchor.getBoundingClientRect();
  const size = panel.getBoundingClientRect();
  const fromLeft = (side === "start") === (getComputedStyle(anchor).direction === "ltr");
  const x = fromLeft ? at.left : at.right - size.width;
  const fitsBelow = at.bottom + 6 + size.height <= innerHeight - 8;
  const y = above || !fitsBelow ? at.top - 6 - size.height : at.bottom + 6;
  panel.style.left = `${Math.max(8, Math.min(x, innerWidth - size.width - 8))}px`;
  panel.style.top = `${Math.max(8, y)}px`;
  panel.style.opacity = "1";
}

function moveByArrows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role^=menuitem], [role=option], input")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = (at + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length;
  items[next]?.focus();
  event.preventDefault();
}
