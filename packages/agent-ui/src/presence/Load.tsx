import type { Agent } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import "./presence.css";

/** How many chats somebody has, of how many they are given. */
export function Load({ agent: { openChats, maxConcurrentChats } }: { agent: Agent }) {
  const full = openChats >= maxConcurrentChats;
  const sentence = text.people.load(openChats, maxConcurrentChats);
  return (
    <span class={full ? "load load-full num" : "load num"} title={sentence}>
      <span aria-hidden="true">
        {openChats}/{maxConcurrentChats}
      </span>
      <span class="visually-hidden">{sentence}</span>
    </span>
  );
}
