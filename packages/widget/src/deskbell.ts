import type { Deskbell, Thread } from "@deskbell/sdk";
import { type ChatThread, toDeskbell, toThread } from "@deskbell/sdk/chat";
import { useMemo } from "preact/hooks";
import { useApp } from "./app-context.ts";
import { addIcons } from "./parts/Icon.tsx";
import { lateIcons } from "./parts/late-icons.ts";

addIcons(lateIcons);

/** The client with all it can do. Its code comes with the first late part that uses it, see `withDeskbell`. */
export const useDeskbell = (): Deskbell => toDeskbell(useApp().client);

/** The same of a thread. */
export function useThread(thread: ChatThread): Thread {
  const { client } = useApp();
  return useMemo(() => toThread(client, thread), [client, thread]);
}
