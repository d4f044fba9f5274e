import type { TeamContact } from "@deskbell/sdk/agent";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { OnlineNow } from "../presence/OnlineNow.tsx";
import { useContactPresence } from "../presence/use-contact-presence.ts";
import { ViewedPage } from "../presence/ViewedPage.tsx";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Ago } from "../ui/Ago.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { CloseIcon, PencilIcon } from "../ui/icons.tsx";
import { Attributes } from "./Attributes.tsx";
import { BlockContact, BlockedMark } from "./BlockContact.tsx";
import { ContactDialog } from "./ContactDialog.tsx";
import { ContactHistory } from "./ContactHistory.tsx";
import { contactName } from "./contact-name.ts";
import { TrackedEvents } from "./TrackedEvents.tsx";
import { Trust } from "./Trust.tsx";
import "./contacts.css";

interface ContactPanelProps {
  contact: TeamContact;
  exceptConversationId?: string;
  exceptTicketId?: string;
  onClose: () => void;
  /** Stands above the contact: the fields of the conversation or the ticket. */
  children?: ComponentChildren;
}

export function ContactPanel({ contact, onClose, children, ...except }: ContactPanelProps) {
  const { agent } = useMe();
  const [editing, setEditing] = useState(false);
  const presence = useContactPresence(contact.id);
  const lastSeenAt = presence?.lastSeenAt ?? contact.lastSeenAt;
  return (
    <aside class="panel scroll" aria-label={text.conversation.panel}>
      <button type="button" class="icon-button panel-close" aria-label={text.common.close} onClick={onClose}>
        <CloseIcon />
      </button>
      {children}
      <BlockedMark contact={contact} />
      <section class="panel-part">
        <header class="contact-head">
          <Avatar name={contact.name ?? contact.email} seed={contact.id} size={40} />
          <div class="truncate">
            <h2 class="truncate">{contactName(contact)}</h2>
            <p class="panel-quiet truncate">
              {contact.email ?? text.contact.noEmail}{" "}
              {contact.email && contact.verified?.email === contact.email && <Trust by={contact.verified.by} />}
            </p>
          </div>
          {agent.role !== "viewer" && (
            <button
              type="button"
              class="icon-button"
              aria-label={text.contact.edit}
              title={text.contact.edit}
              onClick={() => setEditing(true)}
            >
              <PencilIcon size={16} />
            </button>
          )}
        </header>
        <dl class="facts">
          {contact.phone && <Fact name={text.contact.phone}>{contact.phone}</Fact>}
          <Fact name={text.contact.lastSeen}>
            {presence?.online ? <OnlineNow /> : lastSeenAt ? <Ago time={lastSeenAt} /> : text.contact.never}
          </Fact>
          {presence?.page && (
            <Fact name={text.contact.page}>
              <ViewedPage page={presence.page} />
            </Fact>
          )}
          <Fact name={text.contact.firstSeen}>
            <Ago time={contact.createdAt} />
          </Fact>
          {contact.externalId && (
            <Fact name={text.contact.externalId}>
              {contact.externalId} {contact.verified && <Trust by={contact.verified.by} />}
            </Fact>
          )}
        </dl>
        {editing && <ContactDialog contact={contact} onClose={() => setEditing(false)} />}
      </section>
      {contact.verified && (
        <Attributes title={text.contact.verifiedAttributes} attributes={contact.verified.attributes}>
          <Trust by={contact.verified.by} />
        </Attributes>
      )}
      <Attributes title={text.contact.attributes} attributes={contact.attributes}>
        <Trust by={null} />
      </Attributes>
      <TrackedEvents contactId={contact.id} />
      <ContactHistory contactId={contact.id} {...except} />
      <BlockContact contact={contact} />
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="truncate">{children}</dd>
    </div>
  );
}
