import type { Message } from "@deskbell/sdk";
import { useEffect, useState } from "preact/hooks";
import { previewText } from "../activity-text.ts";
import { useApp } from "../app-context.ts";
import { readKept } from "../page-storage.ts";
import { useObservable } from "../use-observable.ts";
import { noticeWords } from "./notice-words.ts";
import { Preview } from "./Preview.tsx";
import { playTone, soundKey } from "./sound.ts";
import { useTitleFlash } from "./use-title-flash.ts";

export interface NoticeProps {
  message: Message;
}

/** Something was said while nobody looked: a preview beside the launcher, the page's title, and a tone for who wants one. */
export function Notice({ message }: NoticeProps) {
  const { client, shell, text, locale, open, show } = useApp();
  const words = noticeWords[locale];
  const { items } = useObservable(client.conversationList);
  const [dismissed, setDismissed] = useState("");
  const [gone, setGone] = useState("");
  const { id, conversationId, author } = message;
  const name = author.name ?? (author.kind === "bot" ? shell.settings.botName : text.team);
  const readSeq = items.find((conversation) => conversation.id === conversationId)?.contactReadSeq ?? 0;
  const isNew = message.seq > readSeq && gone !== id;

  useEffect(() => {
    if (readKept(shell.channelKey, soundKey)) playTone();
  }, [id, shell]);
  useEffect(
    () =>
      client.on("message.updated", (changed) => {
        if (changed.deletedAt) setGone(changed.id);
      }),
    [client],
  );
  useEffect(() => {
    if (open) setDismissed(id);
  }, [open, id]);
  useTitleFlash(isNew ? words.title(name) : "", id);

  if (open || !isNew || dismissed === id) return null;
  return (
    <Preview
      label={words.label}
      name={name}
      avatarUrl={author.avatarUrl}
      bot={author.kind === "bot"}
      body={previewText(text, locale, message)}
      onOpen={() => show({ name: "home" }, { name: "chat", id: conversationId })}
      onDismiss={() => setDismissed(id)}
    />
  );
}
