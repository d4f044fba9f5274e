import type { Block, Inline, Message, TeamConversation } from "@deskbell/sdk/agent";
import { parseMarkdown } from "@deskbell/sdk/agent";
import { activitySentence } from "../conversation/activity-sentence.ts";
import { text } from "../text/text.ts";

const previewLength = 140;

/** The last message in one line, with who said it where it was not the contact. */
export function previewOf(conversation: TeamConversation, agentId: string): string {
  const message = conversation.lastMessage;
  if (!message) return text.inbox.noMessages;
  if (message.payload?.type === "activity") return activitySentence(message.payload.activity);
  if (message.deletedAt) return text.conversation.deleted;
  const author = previewAuthor(message, agentId);
  const words = plainText(message.body) || message.attachments.map(({ name }) => name).join(", ");
  return author ? `${author}: ${words}` : words;
}

export function plainText(body: string): string {
  return parseMarkdown(body.slice(0, 4 * previewLength))
    .map(blockText)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, previewLength);
}

function previewAuthor(message: Message, agentId: string): string | null {
  if (message.author.kind === "contact" || message.author.kind === "system") return null;
  if (message.author.kind === "bot") return message.author.name ?? text.people.bot;
  return message.author.id === agentId ? text.inbox.sentByYou : (message.author.name ?? text.people.agent);
}

function blockText(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return inlineText(block.children);
    case "list":
      return block.items.map((item) => item.map(blockText).join(" ")).join(" · ");
    case "quote":
    case "callout":
      return block.children.map(blockText).join(" ");
    case "code":
      return block.text;
    case "table":
      return block.head.map(inlineText).join(" ");
    case "rule":
      return "";
  }
}

function inlineText(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === "text" || inline.type === "code") return inline.text;
      if (inline.type === "break") return " ";
      if (inline.type === "image") return inline.alt;
      return inlineText(inline.children);
    })
    .join("");
}
