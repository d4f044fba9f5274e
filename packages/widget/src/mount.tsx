import { createDefaultStore, createUnsent } from "@deskbell/sdk";
import { render } from "preact";
import type { App, Shell } from "./app.ts";
import { AppContext, type PanelContext } from "./app-context.ts";
import type { Chat } from "./chat.ts";
import { late } from "./late.ts";
import { chooseLocale, type Locale } from "./locales.ts";
import { Panel } from "./Panel.tsx";
import { tabStorage } from "./page-storage.ts";
import { home, type Route } from "./route.ts";
import css from "./styles/core.css?inline";
import { addStyles } from "./styles.ts";
import { text } from "./text/core/en.ts";
import { type Language, loadText } from "./text/load-text.ts";

const lateChat = late(() => import("./chat-parts.ts"));
const lateDiagnosis = late(() => import("./diagnosis/diagnosis-parts.ts"));

/** Everything behind the launcher that is needed to begin to type. The chat comes behind it, and sends what was typed meanwhile. */
export function mountApp(shell: Shell): App {
  const storage = createDefaultStore();
  const container = document.createElement("div");
  addStyles(shell.root, css);
  shell.root.append(container);

  let chat: Chat | null = null;
  let destroyed = false;
  let open = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wished: Locale;
  let spoken: Promise<Language>;
  let held: Parameters<App["run"]>[] = [];
  let app: PanelContext = {
    shell,
    text,
    locale: "en",
    open: false,
    stack: [home],
    drafts: tabStorage(shell.channelKey),
    unsent: createUnsent(storage, shell.channelKey),
    go: (route) => show(...app.stack, route),
    show,
    back: () => show(...(app.stack.length > 1 ? app.stack.slice(0, -1) : [home])),
    chat: null,
    missing: false,
    retry: load,
    current: null,
    problem: null,
    unread: 0,
  };

  function change(changes: object) {
    app = { ...app, ...changes };
    if (destroyed) return;
    render(
      <AppContext.Provider value={app}>
        <Panel />
        {app.chat && <app.chat.Notices />}
      </AppContext.Provider>,
      container,
    );
  }

  function show(...stack: Route[]) {
    change({ stack });
  }

  function load() {
    clearTimeout(timer);
    change({ missing: false });
    // In the reader's language from the first moment.
    Promise.all([lateChat.load(shell.root), spoken.then(({ rest }) => rest.load(shell.root))]).then(
      ([parts, words]) => {
        if (destroyed || chat) return;
        chat = parts.startChat({ shell, storage, drafts: app.drafts, show, change });
        change({ chat: parts, text: { ...words.text, ...app.text } });
        for (const call of held) chat.run(...call);
        held = [];
        chat.setOpen(open);
        void speak();
      },
      (cause) => {
        change({ missing: true });
        shell.emit("error", { code: "network", message: `${cause}` });
        // Whatever was sent waits for it.
        timer = setTimeout(load, Math.min(30_000, 1000 * 2 ** failures++));
      },
    );
  }

  function diagnose() {
    lateDiagnosis.load(shell.root).then(
      ({ openDiagnosis }) => openDiagnosis(shell),
      (cause) => shell.emit("error", { code: "network", message: `${cause}` }),
    );
  }

  /** Learns the words of the wished language. */
  async function speak(): Promise<void> {
    const locale = chooseLocale(shell.settings.locale, ...navigator.languages);
    wished = locale;
    spoken = loadText(locale);
    const { text, rest } = await spoken;
    // Where the rest of its words cannot be had, the ones that are there stay for a while.
    const words =
      chat &&
      (await rest.load(shell.root).catch(() => {
        timer = setTimeout(speak, 5000);
        return null;
      }));
    if (wished === locale) change({ locale, text: { ...app.text, ...words?.text, ...text } });
  }

  void speak();
  load();

  return {
    setOpen(next) {
      open = next;
      // Not in English first, to say it all in another language a moment later. Words asked for twice may arrive in any order.
      void spoken.then(() => {
        change({ open });
        chat?.setOpen(open);
      });
    },
    update() {
      chat?.update();
      void speak();
    },
    run(command, args) {
      // One can begin to write before the rest is here.
      if (command === "diagnose") diagnose();
      else if (command === "newMessage") show(home, { name: "chat", id: app.current, draft: String(args[0] ?? "") });
      else if (chat) chat.run(command, args);
      else held.push([command, args]);
    },
    destroy() {
      destroyed = true;
      clearTimeout(timer);
      render(null, container);
      chat?.destroy();
    },
  };
}
