import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { ContactPanel } from "../contacts/ContactPanel.tsx";
import { contactName } from "../contacts/contact-name.ts";
import { routes } from "../routes.ts";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { isNotFound } from "../ui/error-sentence.ts";
import { InboxIcon } from "../ui/icons.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/States.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { ConversationFacts } from "./ConversationFacts.tsx";
import { ConversationHeader } from "./ConversationHeader.tsx";
import { claim } from "./commands.ts";
import { EscalateDialog } from "./EscalateDialog.tsx";
import { ThreadPane } from "./ThreadPane.tsx";
import { TransferDialog } from "./TransferDialog.tsx";
import { useConversation } from "./use-conversation.ts";
import "./conversation.css";

export function ConversationPage({ conversationId, backTo }: { conversationId: string; backTo: string }) {
  const { agent } = useMe();
  const [, navigate] = useLocation();
  const [escalating, setEscalating] = useState(false);
  const [transferring, setTransferring] = useState(false);
  const [panelOpen, setPanelOpen] = useState(false);
  const query = useConversation(conversationId);
  const conversation = query.data;
  const mayAct = agent.role !== "viewer";

  function escalateOrOpen() {
    if (conversation?.ticket) navigate(routes.ticket(conversation.ticket.id));
    else setEscalating(true);
  }
  useShortcuts({
    c:
      conversation && mayAct && conversation.assignee?.id !== agent.id
        ? () => void claim(conversationId, agent)
        : undefined,
    m: conversation && mayAct && conversation.handling !== "closed" ? () => setTransferring(true) : undefined,
    e: conversation && mayAct ? escalateOrOpen : undefined,
  });

  if (!conversation)
    return (
      <section class="conversation-missing">
        {query.isPending && <Skeleton rows={6} shape="message" />}
        {query.isError && isNotFound(query.error) && (
          <EmptyState icon={<InboxIcon size={22} />} {...text.conversation.gone}>
            <a class="button" href={`/console${backTo}`}>
              {text.common.back}
            </a>
          </EmptyState>
        )}
        {query.isError && !isNotFound(query.error) && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
      </section>
    );

  return (
    <div class={panelOpen ? "conversation panel-open" : "conversation"}>
      <section class="conversation-main" aria-label={text.conversation.label(contactName(conversation.contact))}>
        <ConversationHeader
          conversation={conversation}
          backTo={backTo}
          panelOpen={panelOpen}
          onPanel={() => setPanelOpen(!panelOpen)}
          onEscalate={escalateOrOpen}
          onTransfer={() => setTransferring(true)}
        />
        <ThreadPane conversation={conversation} />
      </section>
      <ContactPanel
        contact={conversation.contact}
        exceptConversationId={conversation.id}
        onClose={() => setPanelOpen(false)}
      >
        <ConversationFacts conversation={conversation} />
      </ContactPanel>
      {transferring && <TransferDialog conversation={conversation} onClose={() => setTransferring(false)} />}
      {escalating && (
        <EscalateDialog
          conversation={conversation}
          onClose={() => setEscalating(false)}
          onDone={(ticket) => navigate(routes.ticket(ticket.id))}
        />
      )}
    </div>
  );
}
