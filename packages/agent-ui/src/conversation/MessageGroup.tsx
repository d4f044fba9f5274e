import type { Message, TeamConversation, TeamThread } from "@deskbell/sdk/agent";
import { authorName, contactName } from "../contacts/contact-name.ts";
import { MessageFiles } from "../files/MessageFiles.tsx";
import { text } from "../text/text.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { LockIcon } from "../ui/icons.tsx";
import { clockTime, fullTime } from "../ui/relative-time.ts";
import { Citations } from "./Citations.tsx";
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
        <Seen items={items} conversation={conversation} />
      </div>
    </article>
  );
}

function Item({ item, kind, thread }: { item: GroupItem; kind: string; thread: TeamThread }) {
  const state = item.kind === "pending" ? item.state : "sent";
  const body = item.kind === "message" ? item.message.body : item.kind === "note" ? item.note.body : item.body;
  if (item.kind === "message" && item.message.deletedAt) return <Tombstone message={item.message} kind={kind} />;
  return (
    <div class={`item item-${state}`}>
      <MessageFiles
        files={item.kind === "message" ? item.message.attachments : item.kind === "pending" ? item.attachments : []}
      />
      {body.trim() && (
        <div class={`bubble bubble-${kind} rich`} dir="auto">
          <RichText markdown={body} />
        </div>
      )}
      {item.kind === "message" && item.message.payload?.type === "answer" && (
        <Citations citations={item.message.payload.citations} />
      )}
      {item.kind === "message" && item.message.editedAt && (
        <p class="edited" title={fullTime(item.message.editedAt)}>
          {text.conversation.edited}
        </p>
      )}
      {item.kind === "pending" && <PendingState item={item} thread={thread} />}
    </div>
  );
}

/** What is left of a deleted message. */
function Tombstone({ message: { author, deletedBy, deletedAt }, kind }: { message: Message; kind: string }) {
  const byOther = deletedBy && (deletedBy.kind !== author.kind || deletedBy.id !== author.id);
  return (
    <div class="item item-deleted" title={deletedAt ? fullTime(deletedAt) : undefined}>
      <div class={`bubble bubble-${kind} bubble-deleted`}>
        {byOther ? text.conversation.deletedBy(authorName(deletedBy)) : text.conversation.deleted}
      </div>
    </div>
  );
}

/** Under the team's last message, once the contact has it in sight. */
function Seen({ items, conversation }: { items: GroupItem[]; conversation: TeamConversation }) {
  const last = items.at(-1);
  if (last?.kind !== "message" || last.message.author.kind !== "agent") return null;
  const isLast = last.message.seq === conversation.lastSeq;
  if (!isLast || conversation.contactReadSeq < last.message.seq) return null;
  return <p class="seen">{text.conversation.seen}</p>;
}
