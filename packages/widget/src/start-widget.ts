import type { App, AppModule, Shell } from "./app.ts";
import { type Boot, defaultSettings } from "./boot.ts";
import type { DeskbellCommand } from "./commands.ts";
import { createLauncher } from "./launcher.ts";
import { launcherText } from "./launcher-text.ts";
import { chooseLocale } from "./locales.ts";
import { createPageEvents, type DeskbellEventName } from "./page-events.ts";
import { pageStorage } from "./page-storage.ts";
import type { DeskbellSettings } from "./settings.ts";
import css from "./styles/launcher.css?inline";
import { addStyles } from "./styles.ts";
import { mergeSettings, settingsCss, type WidgetSettings } from "./widget-settings.ts";

/** Runs one command, as `window.Deskbell` does. */
export type RunCommand = (command: string, ...args: unknown[]) => unknown;

/** Commands that the app answers: `true` brings the panel up, `false` waits until somebody opens it. */
const appCommands: Partial<Record<DeskbellCommand, boolean>> = {
  identify: false,
  setAttributes: false,
  deleteAttribute: false,
  newMessage: true,
  sendMessage: true,
  showHome: true,
  showArticles: true,
  showTickets: true,
  showArticle: true,
  showTicket: true,
  showConversation: true,
};

/** Draws the launcher and answers commands. `loadApp` fetches the rest, on the first sign that it is wanted. */
export function startWidget(
  boot: Boot,
  loadApp: (attempt: number) => Promise<AppModule>,
  onDestroy: () => void,
): RunCommand {
  const events = createPageEvents();
  const storage = pageStorage("local", boot.channelKey);
  const element = document.createElement("deskbell-widget");
  const root = element.attachShadow({ mode: "open" });
  addStyles(root, css);
  const drawSettings = addStyles(root, "");
  const launcher = createLauncher(root);

  let settings: WidgetSettings = {
    ...defaultSettings,
    theme: "auto",
    hideLauncher: false,
    zIndex: 2147483000,
    ...boot.settings,
  };
  let wishes: DeskbellSettings = {};
  let app: App | undefined;
  let mounting: Promise<void> | undefined;
  let attempt = 0;
  let open = false;
  let unread = 0;
  let failed = false;
  let destroyed = false;
  let focusBefore: Element | null = null;
  let held: [DeskbellCommand, unknown[]][] = [];
  const warned = new Set<string>();

  const shell: Shell = {
    host: boot.host,
    channelKey: boot.channelKey,
    root,
    get settings() {
      return mergeSettings(settings, wishes);
    },
    learn(known) {
      settings = { ...settings, ...known };
      draw();
    },
    close: () => setOpen(false),
    setUnread(count) {
      if (count === unread) return;
      unread = count;
      draw();
      events.emit("unreadCountChange", { count });
    },
    emit: events.emit,
  };

  function draw() {
    const now = shell.settings;
    const text = launcherText[chooseLocale(now.locale, ...navigator.languages)];
    drawSettings(settingsCss(now));
    launcher.draw({
      open: open && !!app,
      loading: open && !app,
      hidden: now.hideLauncher,
      label: open ? text.close : text.open,
      problem: failed ? text.failed : "",
      unread: open ? 0 : unread,
    });
    app?.update();
  }

  function wish(changes: DeskbellSettings = {}) {
    wishes = { ...wishes, ...changes };
    if (changes.user) run("identify", changes.user);
    draw();
  }

  /** Fetches the code only. A failed import may be remembered by the browser under its address, hence the attempts. */
  const fetchApp = () => loadApp(attempt);

  function mount(): Promise<void> {
    mounting ??= fetchApp().then(
      (module) => {
        if (destroyed) return;
        app = module.mountApp(shell);
        failed = false;
        for (const [command, args] of held) app.run(command, args);
        held = [];
        app.setOpen(open);
        draw();
      },
      (cause) => {
        mounting = undefined;
        attempt++;
        failed = open;
        open = false;
        draw();
        events.emit("error", { code: "network", message: String(cause) });
      },
    );
    return mounting;
  }

  function setOpen(next: boolean) {
    if (open === next) return;
    open = next;
    failed = false;
    if (open) {
      focusBefore = document.activeElement;
      void mount();
    }
    app?.setOpen(open);
    draw();
    if (!open)
      (settings.hideLauncher || wishes.hideLauncher ? (focusBefore as HTMLElement) : launcher.button)?.focus?.();
    events.emit(open ? "open" : "close", {});
  }

  function ask(command: DeskbellCommand, args: unknown[]) {
    if (app) app.run(command, args);
    else held.push([command, args]);
  }

  const commands: Record<string, (...args: never[]) => unknown> = {
    boot: wish,
    update: wish,
    open: () => setOpen(true),
    close: () => setOpen(false),
    toggle: () => setOpen(!open),
    show: () => wish({ hideLauncher: false }),
    hide: () => wish({ hideLauncher: true }),
    setLocale: (locale: string) => wish({ locale }),
    setTheme: (theme: "auto") => wish({ theme }),
    on: (name: DeskbellEventName, handler: () => void) => events.on(name, handler),
    off: events.off,
    logout() {
      held = [];
      // Without a session there is nobody to forget.
      if (!storage.get("session")) return;
      ask("logout", []);
      void mount();
    },
    destroy() {
      destroyed = true;
      app?.destroy();
      element.remove();
      onDestroy();
    },
  };

  const run: RunCommand = (command, ...args) => {
    if (destroyed) return;
    const opens = Object.hasOwn(appCommands, command) ? appCommands[command as DeskbellCommand] : undefined;
    if (opens !== undefined) {
      ask(command as DeskbellCommand, args);
      if (opens) setOpen(true);
    } else if (Object.hasOwn(commands, command)) return commands[command]?.(...(args as never[]));
    else if (!warned.has(command)) {
      warned.add(command);
      console.warn(`Deskbell: unknown command "${command}"`);
    }
  };

  launcher.button.onclick = () => setOpen(!open);
  // Wanted, most likely: the code may come already, nothing else does.
  launcher.button.onpointerenter = launcher.button.onfocus = () => {
    if (!app) fetchApp().catch(() => attempt++);
  };

  wish(window.deskbellSettings);
  // Beside body, not in it: pages that swap their body (Turbo, view transitions) keep the widget.
  document.documentElement.append(element);
  if (storage.get("open")) void mount();
  // After the commands that were queued, so that their handlers hear it.
  queueMicrotask(() => events.emit("ready", {}));
  return run;
}
