import type { Conversation } from "@deskbell/sdk";
import { partnerName, previewText } from "../activity-text.ts";
import { useApp } from "../app-context.ts";
import { unreadOf } from "../conversation-state.ts";
import { agoOf } from "../far-dates.ts";
import { Avatar } from "./Avatar.tsx";
import { Unread } from "./Unread.tsx";

export function ConversationRow({ conversation }: { conversation: Conversation }) {
  const { text, locale, shell, go } = useApp();
  const name = partnerName(text, shell.settings.botName, conversation);
  const unread = unreadOf(conversation);
  return (
    <button type="button" class="row" onClick={() => go({ name: "chat", id: conversation.id })}>
      <Avatar
        name={conversation.assignee?.name ?? null}
        url={conversation.assignee?.avatarUrl ?? null}
        bot={!conversation.assignee && conversation.handling === "bot"}
      />
      <span class="row-text">
        <span class="row-top">
          <b>{name}</b>
          <time dateTime={conversation.updatedAt}>{agoOf(locale, conversation.updatedAt)}</time>
        </span>
        <span class="row-bottom">
          <span class="preview">{previewText(text, locale, conversation.lastMessage)}</span>
          {unread > 0 && <Unread count={unread} />}
        </span>
      </span>
    </button>
  );
}
