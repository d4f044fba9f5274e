import { type TeamConversation, type TeamTicket, type TicketPriority, ticketPriorities } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { noticeError, useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { errorSentence } from "../ui/error-sentence.ts";
import { escalate } from "./commands.ts";

interface EscalateDialogProps {
  conversation: TeamConversation;
  onClose: () => void;
  onDone: (ticket: TeamTicket) => void;
}

export function EscalateDialog({ conversation, onClose, onDone }: EscalateDialogProps) {
  const { agent } = useMe();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const words = text.conversation.escalate;

  async function handleSubmit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      const input = { subject: String(form.get("subject")), priority: form.get("priority") as TicketPriority };
      const ticket = await escalate(conversation, input, agent);
      onClose();
      onDone(ticket);
    } catch (error) {
      noticeError(error);
      setProblem(errorSentence(error));
      setBusy(false);
    }
  }

  return (
    <Dialog title={words.title} lead={words.lead} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        <label class="field">
          <span class="field-label">{words.subject}</span>
          <input class="input" name="subject" autofocus maxLength={200} autocomplete="off" />
          <span class="field-hint">{words.subjectHint}</span>
        </label>
        <label class="field">
          <span class="field-label">{words.priority}</span>
          <select class="select" name="priority">
            {ticketPriorities.map((priority) => (
              <option key={priority} value={priority} selected={priority === "normal"}>
                {text.tickets.priority[priority]}
              </option>
            ))}
          </select>
        </label>
        <p role="alert" class="form-problem">
          {problem}
        </p>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            {text.common.cancel}
          </button>
          <button type="submit" class="button button-primary" disabled={busy}>
            {busy && <span class="spinner" />}
            {words.submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
