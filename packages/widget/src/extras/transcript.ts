import type { Deskbell, Message } from "@deskbell/sdk";
import { activityText } from "../activity-text.ts";
import type { Locale } from "../locales.ts";
import type { Text } from "../text/load-text.ts";
import type { ExtrasWords } from "./extras-words.ts";

/** All messages of a conversation, in their order. */
export async function listAll(client: Pick<Deskbell, "messages">, conversationId: string): Promise<Message[]> {
  const all: Message[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const { data, nextCursor } = await client.messages.list(conversationId, { after, limit: 200 });
    all.push(...data);
    after = nextCursor === null ? null : Number(nextCursor);
  }
  return all;
}

interface Told {
  messages: readonly Message[];
  text: Text;
  locale: Locale;
  botName: string;
  words: ExtrasWords;
}

/** A conversation as plain text, which every device can open, print and search. Times are the reader's. */
export function transcriptOf({ messages, text, locale, botName, words }: Told): string {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const nameOf = ({ author }: Message) =>
    author.kind === "contact" ? text.you : (author.name ?? (author.kind === "bot" ? botName : text.team));
  const lines = messages.map((message) => {
    const { payload, createdAt, body, attachments, deletedAt } = message;
    const when = time.format(new Date(createdAt));
    if (payload?.type === "activity") return `— ${activityText(text, locale, payload.activity)} (${when})`;
    const said = deletedAt ? text.deleted : body;
    const files = attachments.map(({ name }) => words.attached(name));
    return [`${nameOf(message)} (${when})`, said, ...files].filter(Boolean).join("\n");
  });
  return `${[`${words.title} · ${location.host}`, ...lines].join("\n\n")}\n`;
}
