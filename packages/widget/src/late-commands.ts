import type { LiveChat } from "@deskbell/sdk/chat";
import type { App } from "./app.ts";
import { late } from "./late.ts";
import type { Doors } from "./run-command.ts";
import { withDeskbell } from "./with-deskbell.ts";

const commands = late(() => import("./commands-parts.ts"), withDeskbell);

/** What the page asks for, in its order, by code that comes with the first such call. */
export function createLateCommands(root: ShadowRoot, client: LiveChat, doors: Doors) {
  let held: Parameters<App["run"]>[] = [];
  let command: App["run"] | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const parts = await commands.load(root).catch(() => null);
    if (held.length === 0) return;
    if (!parts) {
      timer = setTimeout(flush, 5000);
      return;
    }
    command ??= parts.createCommands(parts.toDeskbell(client), doors);
    for (const call of held.splice(0)) command(...call);
  }

  return {
    run(...call: Parameters<App["run"]>): void {
      held.push(call);
      void flush();
    },
    stop(): void {
      held = [];
      clearTimeout(timer);
    },
  };
}
