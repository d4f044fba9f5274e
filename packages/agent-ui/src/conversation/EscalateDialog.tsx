import { type TeamConversation, type TeamTicket, type TicketPriority, ticketPriorities } from "@deskbell/sdk/agent";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { escalate } from "./commands.ts";

interface EscalateDialogProps {
  conversation: TeamConversation;
  onClose: () => void;
  onDone: (ticket: TeamTicket) => void;
}

export function EscalateDialog({ conversation, onClose, onDone }: EscalateDialogProps) {
  const { agent } = useMe();
  const words = text.conversation.escalate;

  async function handleSubmit(data: FormData) {
    const input = { subject: String(data.get("subject")), priority: data.get("priority") as TicketPriority };
    onDone(await escalate(conversation, input, agent));
  }

  return (
    <FormDialog title={words.title} lead={words.lead} submit={words.submit} onSubmit={handleSubmit} onClose={onClose}>
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
    </FormDialog>
  );
}
