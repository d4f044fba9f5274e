import type { Conversation } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { Icon } from "../parts/Icon.tsx";
import { StatusPill } from "../parts/StatusPill.tsx";

/** What has become of the conversation, and the way there. */
export function TicketStrip({ ticket }: { ticket: NonNullable<Conversation["ticket"]> }) {
  const { text, go } = useApp();
  const { publicId, number, status } = ticket;
  return (
    <button type="button" class="strip" onClick={() => go({ name: "ticket", publicId })}>
      <Icon name="tickets" />
      <b>{text.ticketStrip(number)}</b>
      <StatusPill status={status} />
      <Icon name="forward" />
    </button>
  );
}
