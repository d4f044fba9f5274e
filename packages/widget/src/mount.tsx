import { createDeskbell, type DeskbellError } from "@deskbell/sdk";
import { render } from "preact";
import type { App, Shell } from "./app.ts";
import { AppContext } from "./app-context.ts";
import { chooseLocale } from "./locales.ts";
import { Panel } from "./Panel.tsx";
import { pageStorage } from "./page-storage.ts";
import type { Route } from "./route.ts";
import { createCommands } from "./run-command.ts";
import css from "./styles/app.css?inline";
import { addStyles } from "./styles.ts";
import { en } from "./text/en.ts";
import { loadText } from "./text/load-text.ts";
import { unreadOf } from "./unread.ts";

/** Everything behind the launcher. Asks the server for nothing until the panel opens or a conversation is under way. */
export function mountApp(shell: Shell): App {
  const client = createDeskbell({ host: shell.host, channelKey: shell.channelKey });
  const storage = pageStorage("local", shell.channelKey);
  const container = document.createElement("div");
  addStyles(shell.root, css);
  shell.root.append(container);

  let destroyed = false;
  let app: AppContext = {
    shell,
    client,
    text: en,
    locale: "en",
    open: false,
    problem: null,
    stack: [{ name: "home" }],
    drafts: pageStorage("session", shell.channelKey),
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

  function start() {
    change({ problem: null });
    client.start().then(
      ({ channel }) => {
        shell.learn(channel.settings);
        void client.conversationList.load();
      },
      (problem: DeskbellError) => {
        change({ problem });
        tellError(problem);
      },
    );
  }

  const tellError = ({ code, message }: DeskbellError) => shell.emit("error", { code, message });

  async function update() {
    const locale = chooseLocale(shell.settings.locale, ...navigator.languages);
    const text = locale === app.locale ? app.text : await loadText(locale);
    change({ text, locale });
  }

  const stops = [
    client.conversationList.subscribe(({ status, items }) => {
      if (status !== "ready") return;
      const live = items.some((conversation) => conversation.handling !== "closed");
      // What makes the next page load this much at once, to go on hearing.
      storage.set("open", live ? "1" : null);
      if (live) client.connect();
      shell.setUnread(items.reduce((sum, conversation) => sum + unreadOf(conversation), 0));
    }),
    client.on("message.created", (message) => shell.emit("message", { message })),
    client.on("error", tellError),
  ];

  const run = createCommands(client, { show, tellError });
  void update();
  if (storage.get("open")) start();

  return {
    setOpen(open) {
      if (open === app.open) return;
      change({ open });
      if (open && !client.session) start();
    },
    update: () => void update(),
    run,
    destroy() {
      destroyed = true;
      render(null, container);
      for (const stop of stops) stop();
      client.disconnect();
    },
  };
}
