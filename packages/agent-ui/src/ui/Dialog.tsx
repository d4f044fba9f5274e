import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { text } from "../text/text.ts";
import { CloseIcon } from "./icons.tsx";
import "./dialog.css";

interface DialogProps {
  title: string;
  lead?: string;
  onClose: () => void;
  wide?: boolean;
  children: ComponentChildren;
}

/** A modal: the browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, lead, onClose, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const modal = dialog.current;
    modal?.showModal();
    // Taken away while open, the browser would give the focus to nobody.
    return () => modal?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog without our help
    <dialog
      ref={dialog}
      class={wide ? "dialog dialog-wide" : "dialog"}
      aria-labelledby={`${id}title`}
      aria-describedby={lead ? `${id}lead` : undefined}
      onClose={() => dialog.current && onClose()}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 id={`${id}title`}>{title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={text.common.close}
            onClick={() => dialog.current?.close()}
          >
            <CloseIcon />
          </button>
        </header>
        {lead && (
          <p id={`${id}lead`} class="dialog-lead">
            {lead}
          </p>
        )}
        {children}
      </div>
    </dialog>
  );
}
