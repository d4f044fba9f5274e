import type { Message, ThreadState } from "@deskbell/sdk";
import { useEffect, useRef, useState } from "preact/hooks";
import { activityText } from "./activity-text.ts";
import { useApp } from "./app-context.ts";

/** What a screen reader says when a message of somebody else arrives: not for what was there, nor for older pages. */
export function useAnnouncement({ items, status }: ThreadState): string {
  const { text, locale } = useApp();
  const heard = useRef<number | null>(null);
  const [said, setSaid] = useState<{ words: string; of: Message } | null>(null);
  const newest = items.findLast((item) => item.kind === "message");
  const message = newest?.kind === "message" ? newest.message : null;
  useEffect(() => {
    if (status !== "ready") return;
    const before = heard.current;
    heard.current = message?.seq ?? 0;
    if (before === null || !message || message.seq <= before || message.author.kind === "contact" || message.deletedAt)
      return;
    const { payload, author, body, attachments } = message;
    const content = body || attachments.map(({ name }) => name).join(", ");
    const words =
      payload?.type === "activity"
        ? activityText(text, locale, payload.activity)
        : `${author.name ?? text.bot}: ${content}`;
    setSaid({ words, of: message });
  }, [message, status, text, locale]);
  // What was taken back, or said anew, is not left there for who listens.
  const stands = items.some((item) => item.kind === "message" && item.message === said?.of);
  return stands ? (said?.words ?? "") : "";
}
