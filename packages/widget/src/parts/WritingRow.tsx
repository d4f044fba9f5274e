import type { ThreadState } from "@deskbell/sdk";
import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { Avatar } from "./Avatar.tsx";

/** An answer that takes longer than this is not coming: no dots for ever. */
const patience = 30_000;

/** Three dots: somebody writes, or the bot looks things up. */
export function WritingRow({ state }: { state: ThreadState }) {
  const { text, shell } = useApp();
  const last = state.items.at(-1);
  const asked =
    last?.kind === "message" && last.message.author.kind === "contact" && state.conversation?.handling === "bot"
      ? last.message.id
      : null;
  const [givenUp, setGivenUp] = useState<string | null>(null);
  useEffect(() => {
    const age = last?.kind === "message" ? Date.now() - Date.parse(last.message.createdAt) : 0;
    const timer = setTimeout(() => setGivenUp(asked), Math.max(0, patience - Math.abs(age)));
    return () => clearTimeout(timer);
  }, [asked]);

  const bot = asked !== null && asked !== givenUp;
  if (!state.typing && !bot) return null;
  const name = state.typing ? (state.typing.name ?? text.team) : shell.settings.botName;
  return (
    <div class="message last">
      <Avatar name={name} bot={!state.typing} />
      <div class="bubble dots" role="img" aria-label={text.typing(name)}>
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}
