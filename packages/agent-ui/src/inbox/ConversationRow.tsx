import type { ConversationView, TeamConversation } from "@deskbell/sdk/agent";
import { Link } from "wouter-preact";
import { contactName } from "../contacts/contact-name.ts";
import { routes } from "../routes.ts";
import { text } from "../text/text.ts";
import { Ago } from "../ui/Ago.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { Badge } from "../ui/Badge.tsx";
import { ClockIcon } from "../ui/icons.tsx";
import { HandlingBadge } from "./HandlingBadge.tsx";
import { previewOf } from "./preview.ts";
import { isUnread } from "./views.ts";

interface ConversationRowProps {
  conversation: TeamConversation;
  view: ConversationView;
  agentId: string;
  open: boolean;
  gone: boolean;
  /** Which team's are shown. */
  team: string | null;
}

export function ConversationRow({ conversation, view, agentId, open, gone, team }: ConversationRowProps) {
  const { contact, queuedAt, ticket } = conversation;
  const unread = isUnread(conversation) && !open;
  return (
    <li>
      <Link
        href={routes.inbox(view, conversation.id, team)}
        class={`row${unread ? " row-unread" : ""}${gone ? " row-gone" : ""}`}
        aria-current={open ? "true" : undefined}
        data-row
      >
        <Avatar name={contact.name ?? contact.email} seed={contact.id} size={34} />
        <span class="row-main">
          <span class="row-line">
            <span class="row-name truncate">{contactName(contact)}</span>
            <span class="row-time">
              <Ago time={conversation.lastMessage?.createdAt ?? conversation.createdAt} />
            </span>
          </span>
          <span class="row-line">
            <span class="row-preview truncate">{previewOf(conversation, agentId)}</span>
            {unread && (
              <span class="row-dot">
                <span class="visually-hidden">{text.inbox.unread}</span>
              </span>
            )}
          </span>
          <span class="row-line row-marks">
            {queuedAt && conversation.handling === "queue" ? (
              <span class="row-waiting">
                <ClockIcon size={13} />
                {text.inbox.handling.queue} <Ago time={queuedAt} />
              </span>
            ) : (
              <HandlingBadge conversation={conversation} agentId={agentId} />
            )}
            {conversation.team && !team && (
              <Badge tone="blue">
                <span class="truncate badge-name">{conversation.team.name}</span>
              </Badge>
            )}
            {ticket && <span class="row-ticket num">{text.tickets.number(ticket.number)}</span>}
          </span>
        </span>
      </Link>
    </li>
  );
}
