import type { Message, TeamThread } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { MoreIcon } from "../ui/icons.tsx";
import { Popover } from "../ui/Popover.tsx";
import { VersionsDialog } from "./VersionsDialog.tsx";
import "./message-actions.css";

interface MessageActionsProps {
  message: Message;
  thread: TeamThread;
  onEdit(): void;
}

/** What may be done with a message; nothing is drawn where nothing may. */
export function MessageActions({ message, thread, onEdit }: MessageActionsProps) {
  const { agent } = useMe();
  const [open, setOpen] = useState<"versions" | "delete" | null>(null);
  const { author, editedAt, deletedAt } = message;
  const supervises = ["owner", "admin", "supervisor"].includes(agent.role);
  const own = author.kind === "agent" && author.id === agent.id && agent.role !== "viewer";
  const may = {
    edit: own && !deletedAt,
    delete: (own || supervises) && author.kind !== "system" && !deletedAt,
    versions: deletedAt ? supervises : editedAt !== null,
  };
  if (!may.edit && !may.delete && !may.versions) return null;
  const words = text.conversation.message;
  const item = (label: string, act: () => void, close: () => void) => (
    <button
      type="button"
      role="menuitem"
      class="menu-item"
      onClick={() => {
        close();
        act();
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="message-actions">
      <Popover label={words.actions} button={<MoreIcon size={15} />} buttonClass="icon-button" side="end">
        {(close) => (
          <div role="menu" aria-label={words.actions}>
            {may.edit && item(words.edit, onEdit, close)}
            {may.versions && item(words.versions, () => setOpen("versions"), close)}
            {may.delete && item(words.delete, () => setOpen("delete"), close)}
          </div>
        )}
      </Popover>
      {open === "versions" && <VersionsDialog message={message} mayErase={supervises} onClose={() => setOpen(null)} />}
      {open === "delete" && (
        <FormDialog
          title={words.deleteTitle}
          lead={words.deleteLead}
          submit={words.delete}
          danger
          onSubmit={() => thread.delete(message.id)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
