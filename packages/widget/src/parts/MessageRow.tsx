import { contactChangeWindow, deliveryOf, type Message, type ThreadState } from "@deskbell/sdk";
import type { ChatThread } from "@deskbell/sdk/chat";
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { timeOf } from "../dates.ts";
import { ThreadFiles } from "../files/ThreadFiles.tsx";
import { lateComponent } from "../late-component.tsx";
import { Change, Payload } from "../payload/late-payload.tsx";
import { Avatar } from "./Avatar.tsx";
import { Icon } from "./Icon.tsx";
import { lateRichText } from "./late-rich-text.ts";
import { Words } from "./Words.tsx";

const Sources = lateComponent(lateRichText, (parts) => parts.Sources);

interface MessageRowProps {
  message: Message;
  last: boolean;
  thread: ChatThread;
  state: ThreadState;
  askForPerson: (() => void) | null;
}

export function MessageRow({ message, last, thread, state, askForPerson }: MessageRowProps) {
  const { text, locale, shell } = useApp();
  const { author, body, attachments, payload, createdAt, editedAt, deletedAt } = message;
  const mine = author.kind === "contact";
  const answer = payload?.type === "answer" ? payload : null;
  const final = state.items.at(-1);
  const newest = final?.kind === "message" && final.message === message;
  const name = author.kind === "bot" ? (author.name ?? shell.settings.botName) : author.name;
  const [changing, setChanging] = useState(false);
  const part = { message, thread, state, newest };
  const mayChange = mine && !deletedAt && Date.now() - Date.parse(createdAt) < contactChangeWindow;
  return (
    <div class={`message${mine ? " mine" : ""}${last ? " last" : ""}`}>
      {!mine &&
        (last ? <Avatar name={name} url={author.avatarUrl} bot={author.kind === "bot"} /> : <i class="avatar none" />)}
      {mayChange && !changing && (
        <button type="button" class="tiny" aria-label={text.change} onClick={() => setChanging(true)}>
          <Icon name="more" />
        </button>
      )}
      <div class="column">
        <ThreadFiles files={attachments} />
        <div class={body.trim() || !attachments.length ? "bubble" : "hidden"}>
          {/* Who speaks is seen by side and colour; here it is for those who listen. */}
          <span class="hidden">{mine ? text.you : name}: </span>
          {deletedAt ? (
            <i class="gone">{text.deleted}</i>
          ) : payload?.type === "form_response" ? (
            <Payload {...part}>
              <Words body={body} />
            </Payload>
          ) : (
            <Words body={body} citations={answer?.citations} />
          )}
        </div>
        {payload && !mine && !answer && <Payload {...part} />}
        {answer && answer.citations.length > 0 && <Sources citations={answer.citations} body={body} />}
        {answer?.offersHandoff && newest && askForPerson && (
          <button type="button" class="button offer" onClick={askForPerson}>
            <Icon name="person" />
            {text.talkToPerson}
          </button>
        )}
        {changing && mayChange && <Change {...part} onDone={() => setChanging(false)} />}
        {(last || (editedAt && !deletedAt)) && (
          <p class="meta">
            {!mine && last && `${name} · `}
            <time dateTime={createdAt}>{timeOf(locale, createdAt)}</time>
            {editedAt && !deletedAt && ` · ${text.edited}`}
            {mine && newest && ` · ${text[deliveryOf(message, state.conversation)]}`}
          </p>
        )}
      </div>
    </div>
  );
}
