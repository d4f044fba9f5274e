import { DeskbellError, type TeamContact } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { client } from "../client.ts";
import { noticeError } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { errorSentence } from "../ui/error-sentence.ts";
import { toastDone } from "../ui/toasts.ts";
import { applyContact } from "./apply-contact.ts";

export function ContactForm({ contact, onClose }: { contact: TeamContact; onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const wrong = problem instanceof DeskbellError ? problem.fields : {};

  async function handleSubmit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string) => String(form.get(name)).trim() || null;
    setBusy(true);
    setProblem(null);
    try {
      applyContact(await client.contacts.update(contact.id, { name: value("name"), email: value("email") }));
      toastDone(text.contact.saved);
      onClose();
    } catch (error) {
      noticeError(error);
      setProblem(error);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={handleSubmit} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <label class="field">
        <span class="field-label">{text.contact.name}</span>
        <input class="input" name="name" maxLength={120} autocomplete="off" autofocus value={contact.name ?? ""} />
      </label>
      <label class="field">
        <span class="field-label">{text.contact.email}</span>
        <input
          class="input"
          name="email"
          type="email"
          maxLength={254}
          autocomplete="off"
          value={contact.email ?? ""}
          aria-invalid={"email" in wrong}
        />
      </label>
      <p role="alert" class="form-problem">
        {problem !== null && (wrong.email ?? wrong.name ?? errorSentence(problem))}
      </p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          {text.common.cancel}
        </button>
        <button type="submit" class="button button-primary" disabled={busy}>
          {busy && <span class="spinner" />}
          {text.common.save}
        </button>
      </div>
    </form>
  );
}
