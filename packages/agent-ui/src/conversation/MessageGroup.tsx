import { deliveryOf, type Message, type TeamConversation, type TeamThread } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { authorName, contactName } from "../contacts/contact-name.ts";
import { MessageFiles } from "../files/MessageFiles.tsx";
import { text } from "../text/text.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { LockIcon } from "../ui/icons.tsx";
import { clockTime, fullTime } from "../ui/relative-time.ts";
import { Citations } from "./Citations.tsx";
import { EditMessage } from "./EditMessage.tsx";
import { MessageActions } from "./MessageActions.tsx";
import { Payload } from "./Payload.tsx";
import { PendingState } from "./PendingState.tsx";
import { RichText } from "./RichText.tsx";
import { type GroupItem, itemKey, type ThreadRow } from "./thread-rows.ts";

interface MessageGroupProps {
  group: Extract<ThreadRow, { kind: "group" }>;
  thread: TeamThread;
  conversation: TeamConversation;
}

export function MessageGroup({ group, thread, conversation }: MessageGroupProps) {
  const { author, internal, items, startedAt } = group;
  const kind = internal ? "note" : author.kind;
  const name = author.kind === "contact" ? contactName(conversation.contact) : authorName(author);
  const known = author.kind === "contact" ? (conversation.contact.name ?? conversation.contact.email) : author.name;
  return (
    <article class={`group group-${kind}`} aria-label={internal ? `${name}, ${text.conversation.internal}` : name}>
      <Avatar
        name={known}
        seed={author.id ?? conversation.contact.id}
        url={author.avatarUrl}
        kind={author.kind === "bot" ? "bot" : "person"}
        size={26}
      />
      <div class="group-main">
        <p class="group-head">
          <strong>{name}</strong>
          {internal && (
            <span class="note-mark" title={text.conversation.internalHint}>
              <LockIcon size={12} />
              {text.conversation.internal}
            </span>
          )}
          <time dateTime={startedAt} title={fullTime(startedAt)}>
            {clockTime(startedAt)}
          </time>
        </p>
        {items.map((item) => (
          <Item key={itemKey(item)} item={item} kind={kind} thread={thread} />
        ))}
        <Progress items={items} conversation={conversation} />
      </div>
    </article>
  );
}

function Item({ item, kind, thread }: { item: GroupItem; kind: string; thread: TeamThread }) {
  const [editing, setEditing] = useState(false);
  if (item.kind === "message" && item.message.deletedAt) {
    return <Tombstone message={item.message} kind={kind} thread={thread} />;
  }
  const state = item.kind === "pending" ? item.state : "sent";
  const message = item.kind === "message" ? item.message : null;
  const body = item.kind === "message" ? item.message.body : item.kind === "note" ? item.note.body : item.body;
  const payload = message?.payload ?? null;
  if (message && editing) return <EditMessage message={message} thread={thread} onDone={() => setEditing(false)} />;
  return (
    <div class={`item item-${state}`}>
      <MessageFiles files={message?.attachments ?? (item.kind === "pending" ? item.attachments : [])} />
      {payload?.type === "form_response" ? (
        <Payload payload={payload} />
      ) : (
        body.trim() && (
          <div class={`bubble bubble-${kind} rich`} dir="auto">
            <RichText markdown={body} />
          </div>
        )
      )}
      {payload?.type === "answer" && <Citations citations={payload.citations} />}
      {payload && payload.type !== "answer" && payload.type !== "form_response" && <Payload payload={payload} />}
      {message?.editedAt && (
        <p class="edited" title={fullTime(message.editedAt)}>
          {text.conversation.edited}
        </p>
      )}
      {item.kind === "pending" && <PendingState item={item} thread={thread} />}
      {message && <MessageActions message={message} thread={thread} onEdit={() => setEditing(true)} />}
    </div>
  );
}

/** What is left of a deleted message. */
function Tombstone({ message, kind, thread }: { message: Message; kind: string; thread: TeamThread }) {
  const { author, deletedBy, deletedAt } = message;
  const byOther = deletedBy && (deletedBy.kind !== author.kind || deletedBy.id !== author.id);
  return (
    <div class="item item-deleted" title={deletedAt ? fullTime(deletedAt) : undefined}>
      <div class={`bubble bubble-${kind} bubble-deleted`}>
        {byOther ? text.conversation.deletedBy(authorName(deletedBy)) : text.conversation.deleted}
      </div>
      <MessageActions message={message} thread={thread} onEdit={() => undefined} />
    </div>
  );
}

/** Under the team's last message: how far it has got. */
function Progress({ items, conversation }: { items: GroupItem[]; conversation: TeamConversation }) {
  const last = items.at(-1);
  if (last?.kind !== "message" || last.message.author.kind !== "agent" || last.message.deletedAt) return null;
  if (last.message.seq !== conversation.lastSeq) return null;
  return <p class="seen">{text.conversation.delivery[deliveryOf(last.message, conversation)]}</p>;
}
