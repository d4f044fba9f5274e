import { useEffect, useMemo, useReducer, useState } from "preact/hooks";
import { usePanel } from "../app-context.ts";
import { Composer } from "../parts/Composer.tsx";
import { Header } from "../parts/Header.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Meanwhile } from "../parts/Meanwhile.tsx";
import type { Route } from "../route.ts";
import { useObservable } from "../use-observable.ts";

type ChatRoute = Extract<Route, { name: "chat" }>;

const nothing = { get: () => null, subscribe: () => () => {} };

/** A conversation, or a new one. One can write at once; what was said, and what is sent meanwhile, comes with the chat's own parts. */
export function Chat({ route }: { route: ChatRoute }) {
  const { text, chat, client, unsent } = usePanel();
  const thread = useMemo(() => client?.thread(route.id) ?? null, [client, route]);
  const state = useObservable(thread ?? nothing);
  const [answered, setAnswered] = useState(false);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => () => thread?.close(), [thread]);
  const conversation = state?.conversation ?? null;
  const mayWrite = !chat || !client || !conversation || chat.mayWrite(conversation, client);
  const asks = chat && client && state && chat.asksFirst(client, state, answered);
  return (
    <>
      {chat && thread && state ? (
        <chat.Conversation
          route={route}
          thread={thread}
          state={state}
          mayWrite={mayWrite}
          onAnswered={asks ? () => setAnswered(true) : null}
        />
      ) : (
        <Beginning route={route} />
      )}
      {mayWrite && !asks && (
        <Composer
          draftKey={`draft:${state?.conversationId ?? route.id ?? "new"}`}
          draft={route.draft ?? ""}
          hint={(conversation?.handling === "closed" && text.reopenHint) || text.messageHint}
          send={(body, files) => {
            if (thread) return thread.send(body, files);
            unsent.add(route.id, body);
            redraw(undefined);
          }}
          setTyping={thread?.setTyping}
        />
      )}
    </>
  );
}

/** Until the chat is here. */
function Beginning({ route }: { route: ChatRoute }) {
  const { text, shell, unsent, missing } = usePanel();
  const { botName } = shell.settings;
  const isNew = route.id === null;
  return (
    <>
      <Header
        title={isNew ? botName : ""}
        subtitle={isNew ? text.botStatus : ""}
        avatar={
          isNew && (
            <span class="avatar bot">
              <Icon name="spark" />
            </span>
          )
        }
      />
      <div class="body scroller">
        <div class="thread">
          {isNew && (
            <div class="message first">
              <span class="avatar bot">
                <Icon name="spark" />
              </span>
              <div class="bubble">{text.intro(botName)}</div>
            </div>
          )}
          {unsent.of(route.id).map(({ clientId, body }) => (
            <div class="message mine pending" key={clientId}>
              <div class="bubble">{body}</div>
            </div>
          ))}
        </div>
        {(missing || !isNew) && <Meanwhile />}
      </div>
    </>
  );
}
