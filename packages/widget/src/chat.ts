import type { DeskbellError, KeyValueStore } from "@deskbell/sdk";
import { createLiveChat } from "@deskbell/sdk/chat";
import type { App, Shell } from "./app.ts";
import type { AppContext } from "./app-context.ts";
import { currentOf, isAnswer, isLive, unreadOf } from "./conversation-state.ts";
import { createLateCommands } from "./late-commands.ts";
import { createLateProof } from "./late-proof.ts";
import { openSocket } from "./open-socket.ts";
import { keep, type PageStorage, readKept } from "./page-storage.ts";
import { chatIcons } from "./parts/chat-icons.ts";
import { addIcons } from "./parts/Icon.tsx";
import { home, type Route } from "./route.ts";
import { unknownPresence, watchPresence } from "./watch-presence.ts";

/** What the panel gives the chat. */
export interface ChatDoors {
  shell: Shell;
  storage: KeyValueStore;
  drafts: PageStorage;
  show(...stack: Route[]): void;
  /** Draws the panel with what is now known. */
  change(changes: Partial<AppContext>): void;
}

/** The part of the app that talks with the server. */
export type Chat = App;

/** Asks the server for nothing until the panel opens, a conversation is under way or something is unsent. */
export function startChat({ shell, storage, drafts, show, change }: ChatDoors): Chat {
  const client = createLiveChat(
    { host: shell.host || new URL(import.meta.url).origin, channelKey: shell.channelKey, storage, openSocket },
    createLateProof(shell, () => void client.inside.prove().catch(tellError)),
  );
  let { identity, getToken } = shell.settings;
  let destroyed = false;
  let unread = 0;
  let available: boolean | null = null;
  let isOpen = false;

  function start() {
    change({ problem: null });
    client.start().catch((problem: DeskbellError) => {
      change({ problem });
      tellError(problem);
      // Tries again by itself until it gets through.
      if (problem.temporary) client.connect();
    });
  }

  const tellError = ({ code, message }: DeskbellError) => shell.emit("error", { code, message });

  function tellUnread(count: number) {
    if (count === unread) return;
    unread = count;
    shell.setBadge(count ? `${Math.min(count, 99)}` : "");
    shell.emit("unreadCountChange", { count });
  }

  function tellAvailable(now: boolean | null) {
    if (now === null || now === available) return;
    available = now;
    shell.emit("availabilityChange", { available });
  }

  /** Whether the first message of a new conversation is still on its way. */
  function hasUnsent(): boolean {
    const thread = client.thread(null);
    const unsent = thread.get().items.length > 0;
    thread.close();
    return unsent;
  }

  const whenOnline = client.on("connection", (state) => {
    if (state !== "online") return;
    whenOnline();
    import("./watch-page.ts").then(
      ({ watchPage }) => destroyed || stops.push(watchPage(client)),
      // Only the team misses it.
      () => undefined,
    );
  });
  const stops = [
    client.conversationList.subscribe(({ status, items }) => {
      // Nothing is known yet, which is not the same as nothing being there.
      if (!items.length && (status === "loading" || status === "error")) return;
      const live = items.some(isLive) || hasUnsent();
      // What makes the next page load this much at once, to go on hearing.
      keep(shell.channelKey, "open", live ? "1" : null);
      if (live) client.connect();
      tellUnread(items.reduce((sum, conversation) => sum + unreadOf(conversation), 0));
      change({ unread, current: currentOf(client) });
    }),
    client.on("session", (session) => {
      if (!session) return change({ notice: null });
      change({ problem: null });
      // Another person: what the one before had open or half written is not theirs.
      if (session.previous === "left") {
        drafts.clear();
        change({ notice: null });
        show(home);
      }
      shell.learn(session.channel.settings);
      void client.conversationList.load();
      const shown = readKept(shell.channelKey, "proactive");
      // What could not be told is told the next time.
      if (shown)
        import("./proactive/tell-shown.ts")
          .then(({ tellShown }) => tellShown(client, shell.channelKey, shown))
          .catch(() => undefined);
    }),
    client.on("message.created", (message) => {
      shell.emit("message", { message });
      const isLookedAt = isOpen && !document.hidden;
      if (!isLookedAt && isAnswer(message) && !shell.settings.hideNotices) change({ notice: message });
    }),
    whenOnline,
    client.on("error", tellError),
  ];

  addIcons(chatIcons);
  const { run, stop } = createLateCommands(shell.root, client, { drafts, show, tellError });
  const presence = watchPresence(client, (known) => {
    tellAvailable(known.available);
    change({ presence: known });
  });
  stops.push(presence.stop, stop);
  change({ client, start, notice: null, presence: unknownPresence, askPresence: presence.ask });
  if (readKept(shell.channelKey, "open")) start();

  return {
    run,
    setOpen(open) {
      isOpen = open;
      if (open && !client.session) start();
    },
    update() {
      const before = { identity, getToken };
      ({ identity, getToken } = shell.settings);
      // The page has given another proof of who its visitor is.
      if (identity && identity !== before.identity) run("identify", [{}, identity]);
      else if (getToken && getToken !== before.getToken) run("identify", [{}]);
    },
    destroy() {
      destroyed = true;
      for (const stop of stops) stop();
      client.close();
    },
  };
}
