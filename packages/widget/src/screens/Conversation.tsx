import { DeskbellError, type ThreadState } from "@deskbell/sdk";
import type { ChatThread } from "@deskbell/sdk/chat";
import { useEffect, useState } from "preact/hooks";
import { partnerName } from "../activity-text.ts";
import { useApp } from "../app-context.ts";
import { ErrorText } from "../errors/ErrorText.tsx";
import { late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";
import { Avatar } from "../parts/Avatar.tsx";
import { ChatMenu } from "../parts/ChatMenu.tsx";
import { ConnectionLine } from "../parts/ConnectionLine.tsx";
import { Header } from "../parts/Header.tsx";
import { Icon } from "../parts/Icon.tsx";
import { MessageList } from "../parts/MessageList.tsx";
import { PreChat } from "../payload/late-payload.tsx";
import type { Route } from "../route.ts";
import { withDeskbell } from "../with-deskbell.ts";

const endings = late(() => import("./endings.ts"), withDeskbell);
const TicketStrip = lateComponent(
  late(() => import("./ticket-strip.ts"), withDeskbell),
  (parts) => parts.TicketStrip,
);
/** Says more than the header does until it is here. */
const QueueLine = lateComponent(
  late(() => import("../parts/queue-parts.ts")),
  (parts) => parts.QueueLine,
);
/** Nobody waits for it, and nothing is lost without it. */
const Rating = lateComponent(endings, (parts) => parts.Rating);

interface ConversationProps {
  route: Extract<Route, { name: "chat" }>;
  thread: ChatThread;
  state: ThreadState;
  mayWrite: boolean;
  /** The channel wants to know something first; `null` when it has been told. */
  onAnswered: (() => void) | null;
}

/** Everything of a conversation but the composer, which is there before it. */
export function Conversation({ route, thread, state, mayWrite, onAnswered }: ConversationProps) {
  const { text, client, shell, drafts, go, current } = useApp();
  const [wantsPerson, setWantsPerson] = useState(false);
  const [problem, setProblem] = useState<DeskbellError | null>(null);
  const { conversation } = state;
  const handling = conversation?.handling ?? "bot";
  const { botName } = shell.settings;
  const name = partnerName(text, botName, conversation);
  const isBot = handling === "bot" && !wantsPerson;
  const botSpoke = state.items.some((item) => item.kind === "message" && item.message.author.kind === "bot");
  /** Whom the contact sees: at the end, who was there last. */
  const byBot = isBot || (handling === "closed" && botSpoke && !conversation?.assignee);
  const [first] = state.items;
  /** It began with words of ours. */
  const spoken = first?.kind === "message" && first.message.author.kind === "bot";
  const said = route.id === null ? route.proactive?.text : undefined;
  const intro =
    isBot || botSpoke ? { body: said ?? text.intro(botName), byBot: true } : { body: text.introPerson, byBot: false };

  useEffect(() => {
    client.connect();
    if (route.proactive)
      thread.begin({ proactive: { ruleId: route.proactive.ruleId, locale: route.proactive.locale } });
    if (route.send) thread.send(route.send);
  }, [client, thread, route]);

  // Whatever was wrong is past once something more has been said.
  useEffect(() => setProblem(null), [state.items.length]);

  useEffect(() => {
    if (!state.conversationId || state.conversationId === route.id) return;
    // From here on it is that conversation, also when one comes back to it: just begun, or where the words went when another was closed.
    route.id = state.conversationId;
    drafts.set("pre-chat", null);
    shell.emit("conversationStarted", { conversationId: state.conversationId });
  }, [state.conversationId, route, shell, drafts]);

  const attempt = (action: () => Promise<unknown>) => {
    setProblem(null);
    action().catch((error) => {
      if (!(error instanceof DeskbellError)) throw error;
      setProblem(error);
    });
  };
  const askForPerson = () => {
    // The button that was pressed goes away.
    shell.root.querySelector("textarea")?.focus();
    if (!state.conversationId) setWantsPerson(true);
    attempt(() => thread.handoff());
  };
  const canAsk = isBot ? askForPerson : null;

  return (
    <>
      <Header
        title={byBot ? botName : conversation?.assignee ? name : text.team}
        subtitle={isBot ? text.botStatus : statusText()}
        avatar={
          <Avatar
            name={conversation?.assignee?.name ?? null}
            url={conversation?.assignee?.avatarUrl ?? null}
            bot={byBot}
          />
        }
      >
        {canAsk && (
          <button
            type="button"
            class="icon-button"
            aria-label={text.talkToPerson}
            title={text.talkToPerson}
            onClick={canAsk}
          >
            <Icon name="person" />
          </button>
        )}
        {conversation && (
          <ChatMenu conversation={conversation} askForPerson={canAsk} attempt={attempt} reload={thread.reload} />
        )}
      </Header>
      {conversation?.ticket && <TicketStrip ticket={conversation.ticket} />}
      <MessageList
        thread={thread}
        state={state}
        intro={state.hasOlder || spoken ? null : intro}
        askForPerson={canAsk}
      />
      {problem && (
        <p class="problem-line" role="alert">
          <ErrorText error={problem}>{text.errorTitle}</ErrorText>
        </p>
      )}
      {handling === "queue" && <QueueLine place={conversation?.queue ?? null} />}
      {conversation && handling === "closed" && <Rating conversation={conversation} />}
      {onAnswered ? (
        <PreChat thread={thread} onAnswered={onAnswered} />
      ) : mayWrite ? (
        <ConnectionLine />
      ) : (
        <footer class="ended">
          <p>{text.chatEnded}</p>
          <button type="button" class="button primary" onClick={() => go({ name: "chat", id: current })}>
            {text.newConversation}
          </button>
        </footer>
      )}
    </>
  );

  function statusText() {
    if (!conversation || handling === "queue") return text.queueStatus;
    return handling === "closed" ? text.closedStatus : text.agentStatus;
  }
}
