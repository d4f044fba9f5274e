import type { ComponentChildren } from "preact";
import { text } from "../text/text.ts";
import { Dialog } from "./Dialog.tsx";
import { useSubmit } from "./use-submit.ts";

interface FormDialogProps {
  title: string;
  lead?: string;
  /** Words of the button that sends. */
  submit: string;
  /** Marks what cannot be taken back. */
  danger?: boolean;
  /** What it throws is shown, and what was typed stays. */
  onSubmit: (data: FormData) => Promise<unknown>;
  /** Sent, or given up. */
  onClose: () => void;
  /** The fields; given what is wrong with one. */
  children?: ComponentChildren | ((wrong: (name: string) => string | undefined) => ComponentChildren);
}

/** A question in a modal, and the form that answers it. */
export function FormDialog({ title, lead, submit, danger = false, onSubmit, onClose, children }: FormDialogProps) {
  const { busy, sentence, wrong, handleSubmit } = useSubmit(async (form) => {
    await onSubmit(new FormData(form));
    onClose();
  });
  return (
    <Dialog title={title} {...(lead && { lead })} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        {typeof children === "function" ? children(wrong) : children}
        <p role="alert" class="form-problem">
          {sentence}
        </p>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            {text.common.cancel}
          </button>
          <button type="submit" class={danger ? "button button-danger" : "button button-primary"} disabled={busy}>
            {busy && <span class="spinner" />}
            {submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
