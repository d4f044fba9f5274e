import { createDeskbell, type DeskbellError } from "@deskbell/sdk";
import { render } from "preact";
import type { App, Shell } from "./app.ts";
import { AppContext } from "./app-context.ts";
import { isLive, unreadOf } from "./conversation-state.ts";
import { chooseLocale } from "./locales.ts";
import { Panel } from "./Panel.tsx";
import { keep, readKept, tabStorage } from "./page-storage.ts";
import { panelCss } from "./panel-css.ts";
import type { Route } from "./route.ts";
import { createCommands } from "./run-command.ts";
import css from "./styles/app.css?inline";
import { addStyles } from "./styles.ts";
import { en } from "./text/en.ts";
import { loadText } from "./text/load-text.ts";

/** Everything behind the launcher. Asks the server for nothing until the panel opens or a conversation is under way. */
export function mountApp(shell: Shell): App {
  const client = createDeskbell({
    host: shell.host || new URL(import.meta.url).origin,
    channelKey: shell.channelKey,
    getToken: async () => (await shell.settings.getToken?.()) ?? null,
    ...(shell.settings.identity && { identity: shell.settings.identity }),
  });
  let { identity, getToken } = shell.settings;
  const container = document.createElement("div");
  addStyles(shell.root, css);
  const drawPanel = addStyles(shell.root);
  shell.root.append(container);

  let destroyed = false;
  let unread = 0;
  let app: AppContext = {
    shell,
    client,
    text: en,
    locale: "en",
    open: false,
    problem: null,
    stack: [{ name: "home" }],
    drafts: tabStorage(shell.channelKey),
    go: (route) => show(...app.stack, route),
    show,
    back: () => show(...(app.stack.length > 1 ? app.stack.slice(0, -1) : [{ name: "home" } as const])),
    start,
  };

  function change(changes: Partial<AppContext>) {
    app = { ...app, ...changes };
    if (destroyed) return;
    render(
      <AppContext.Provider value={app}>
        <Panel />
      </AppContext.Provider>,
      container,
    );
  }

  function show(...stack: Route[]) {
    change({ stack });
  }

  function forget() {
    app.drafts.clear();
    show({ name: "home" });
  }

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

  /** The page has given another proof of who its visitor is. */
  function updateIdentity() {
    const before = { identity, getToken };
    ({ identity, getToken } = shell.settings);
    if (identity && identity !== before.identity) run("identify", [{}, identity]);
    else if (getToken && getToken !== before.getToken) run("identify", [{}]);
  }

  async function update() {
    drawPanel(panelCss(shell.settings));
    const locale = chooseLocale(shell.settings.locale, ...navigator.languages);
    const text = locale === app.locale ? app.text : await loadText(locale);
    change({ text, locale });
  }

  function tellUnread(count: number) {
    if (count === unread) return;
    unread = count;
    shell.setBadge(count ? `${Math.min(count, 99)}` : "");
    shell.emit("unreadCountChange", { count });
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
    }),
    client.on("session", (session) => {
      if (!session) return;
      change({ problem: null });
      // Another person: what the one before had open or half written is not theirs.
      if (session.previous === "left") forget();
      shell.learn(session.channel.settings);
      void client.conversationList.load();
    }),
    client.on("message.created", (message) => shell.emit("message", { message })),
    whenOnline,
    client.on("error", tellError),
  ];

  const run = createCommands(client, { drafts: app.drafts, show, tellError });
  void update();
  if (readKept(shell.channelKey, "open")) start();

  return {
    setOpen(open) {
      if (open === app.open) return;
      change({ open });
      if (open && !client.session) start();
    },
    update() {
      updateIdentity();
      void update();
    },
    run,
    destroy() {
      destroyed = true;
      render(null, container);
      for (const stop of stops) stop();
      client.disconnect();
    },
  };
}
