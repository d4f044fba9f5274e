import type { TeamConversation } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { contactName } from "../contacts/contact-name.ts";
import { HandlingBadge } from "../inbox/HandlingBadge.tsx";
import { OnlineNow } from "../presence/OnlineNow.tsx";
import { useContactPresence } from "../presence/use-contact-presence.ts";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Badge } from "../ui/Badge.tsx";
import { BackIcon, CheckIcon, HandIcon, PanelIcon, TicketIcon, TransferIcon } from "../ui/icons.tsx";
import { AssignMenu } from "./AssignMenu.tsx";
import { CloseDialog } from "./CloseDialog.tsx";
import { claim } from "./commands.ts";
import { Viewers } from "./Viewers.tsx";

interface ConversationHeaderProps {
  conversation: TeamConversation;
  backTo: string;
  panelOpen: boolean;
  onPanel: () => void;
  onEscalate: () => void;
  onTransfer: () => void;
}

export function ConversationHeader({
  conversation,
  backTo,
  panelOpen,
  onPanel,
  onEscalate,
  onTransfer,
}: ConversationHeaderProps) {
  const { agent } = useMe();
  const { contact, channel } = conversation;
  const presence = useContactPresence(contact.id);
  return (
    <header class="conversation-head">
      <Link href={backTo} class="icon-button only-narrow" aria-label={text.common.back}>
        <BackIcon />
      </Link>
      <Avatar name={contact.name ?? contact.email} seed={contact.id} size={32} />
      <div class="conversation-who">
        <h1 class="truncate">{contactName(contact)}</h1>
        <div class="conversation-how">
          <HandlingBadge conversation={conversation} agentId={agent.id} />
          {conversation.team ? (
            <Badge tone="blue">
              <span class="truncate badge-name">{conversation.team.name}</span>
            </Badge>
          ) : (
            <span class="truncate">{text.conversation.via(channel.name)}</span>
          )}
          {presence?.online && <OnlineNow />}
          <Viewers conversationId={conversation.id} />
        </div>
      </div>
      {agent.role !== "viewer" && (
        <Actions conversation={conversation} onEscalate={onEscalate} onTransfer={onTransfer} />
      )}
      <button
        type="button"
        class="icon-button panel-toggle"
        aria-label={text.conversation.panel}
        title={text.conversation.panel}
        aria-expanded={panelOpen}
        onClick={onPanel}
      >
        <PanelIcon />
      </button>
    </header>
  );
}

type ActionsProps = Pick<ConversationHeaderProps, "conversation" | "onEscalate" | "onTransfer">;

function Actions({ conversation, onEscalate, onTransfer }: ActionsProps) {
  const { agent } = useMe();
  const [closing, setClosing] = useState(false);
  const { id, handling, ticket } = conversation;
  const words = text.conversation.actions;
  const closed = handling === "closed";
  const ticketLabel = ticket ? words.openTicket(ticket.number) : words.escalate;
  return (
    <fieldset class="conversation-actions">
      <legend class="visually-hidden">{words.label}</legend>
      {(handling === "queue" || handling === "bot") && (
        <button
          type="button"
          class="button button-primary"
          title={words.claim}
          aria-keyshortcuts="c"
          onClick={() => void claim(id, agent)}
        >
          <HandIcon size={16} />
          <span class="action-label">{words.claim}</span>
        </button>
      )}
      {!closed && <AssignMenu conversation={conversation} />}
      {!closed && (
        <button type="button" class="button" title={words.transfer} aria-keyshortcuts="m" onClick={onTransfer}>
          <TransferIcon size={16} />
          <span class="action-label">{words.transfer}</span>
        </button>
      )}
      <button type="button" class="button" title={ticketLabel} aria-keyshortcuts="e" onClick={onEscalate}>
        <TicketIcon size={16} />
        <span class="action-label">{ticket ? text.tickets.number(ticket.number) : words.ticket}</span>
      </button>
      {!closed && (
        <button type="button" class="button" title={words.close} onClick={() => setClosing(true)}>
          <CheckIcon size={16} />
          <span class="action-label">{words.close}</span>
        </button>
      )}
      {closing && <CloseDialog conversation={conversation} onClose={() => setClosing(false)} />}
    </fieldset>
  );
}
