import { type TeamTicket, wordsIn } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { useChannels } from "../settings/use-channels.ts";
import { useMe } from "../sign-in/session.ts";
import { locale, text } from "../text/text.ts";
import { PencilIcon } from "../ui/icons.tsx";
import { answerWords } from "./answer-words.ts";
import { CustomFieldsDialog } from "./CustomFieldsDialog.tsx";

/** What the ticket form was answered, with the words that were asked. */
export function CustomFields({ ticket }: { ticket: TeamTicket }) {
  const { agent } = useMe();
  const channels = useChannels();
  const [editing, setEditing] = useState(false);
  const words = text.tickets.form;
  const asked = channels.data?.find(({ id }) => id === ticket.channelId)?.ticketFields ?? [];
  if (ticket.customFields.length === 0 && asked.length === 0) return null;
  return (
    <section class="panel-part" aria-label={words.title}>
      <header class="custom-fields-head">
        <h2 class="panel-title">{words.title}</h2>
        {agent.role !== "viewer" && (
          <button
            type="button"
            class="icon-button"
            aria-label={words.edit}
            title={words.edit}
            disabled={!channels.data}
            onClick={() => setEditing(true)}
          >
            <PencilIcon size={16} />
          </button>
        )}
      </header>
      {ticket.customFields.length === 0 && <p class="panel-quiet">{words.empty}</p>}
      <dl class="custom-fields">
        {ticket.customFields.map((field) => (
          <div key={field.name}>
            <dt dir="auto">{wordsIn(field.label, locale)}</dt>
            <dd dir="auto">{answerWords(field)}</dd>
          </div>
        ))}
      </dl>
      {editing && <CustomFieldsDialog ticket={ticket} asked={asked} onClose={() => setEditing(false)} />}
    </section>
  );
}
