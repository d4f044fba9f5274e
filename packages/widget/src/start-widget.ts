import type { App, AppModule, Shell } from "./app.ts";
import type { Boot } from "./boot.ts";
import { createLauncher } from "./launcher.ts";
import { launcherText } from "./launcher-text.ts";
import { chooseLocale } from "./locales.ts";
import { createPageEvents } from "./page-events.ts";
import { readKept } from "./page-storage.ts";
import type { DeskbellSettings, Theme } from "./settings.ts";
import css from "./styles/launcher.css?inline";
import { addStyles } from "./styles.ts";
import { settingsCss } from "./widget-settings.ts";

/** Runs one command, as `window.Deskbell` does. */
export type RunCommand = (command: string, ...args: unknown[]) => unknown;

/** Commands that the app answers and that bring the panel up. */
const opening = /^(newMessage|sendMessage|show(Home|Articles?|Tickets?|Conversation))$/;
/** Commands that the app answers once somebody has opened it. */
const waiting = /^(identify|setAttributes|deleteAttribute)$/;

/** Draws the launcher and answers commands. `loadApp` fetches the rest, on the first sign that it is wanted. */
export function startWidget(
  { host, channelKey, settings }: Boot,
  loadApp: (attempt: number) => Promise<AppModule>,
  onDestroy: () => void,
): RunCommand {
  const { on, off, emit } = createPageEvents();
  const element = document.createElement("deskbell-widget");
  const root = element.attachShadow({ mode: "open" });
  addStyles(root, css);
  const drawSettings = addStyles(root);
  const launcher = createLauncher(root);

  let wishes: DeskbellSettings = {};
  let app: App | undefined;
  let mounting: Promise<void> | undefined;
  /** Counts what went wrong: browsers may remember a failed import by its address. */
  let failures = 0;
  let badge = "";
  let open = false;
  let destroyed = false;
  let unread = 0;
  let focusBefore: Element | null;
  let held: [command: string, args: unknown[]][] = [];
  const warned = new Set<string>();

  const shell: Shell = {
    host,
    channelKey,
    root,
    get settings() {
      return { ...settings, ...wishes };
    },
    learn(known) {
      settings = known;
      draw();
    },
    close: () => setOpen(false),
    setUnread(count) {
      if (count === unread) return;
      unread = count;
      badge = count ? `${Math.min(count, 99)}` : "";
      draw();
      emit("unreadCountChange", { count });
    },
    emit,
  };

  function draw() {
    const now = shell.settings;
    drawSettings(settingsCss(now));
    launcher.draw({
      open: open && !!app,
      busy: open && !app,
      hidden: !!now.hideLauncher,
      label: launcherText[chooseLocale(now.locale, ...navigator.languages)][open ? 1 : 0],
      badge: open ? "" : badge,
    });
    app?.update();
  }

  function wish(changes?: DeskbellSettings) {
    wishes = { ...wishes, ...changes };
    if (changes?.user) ask("identify", [changes.user]);
    draw();
  }

  function mount() {
    mounting ??= loadApp(failures).then(
      (module) => {
        if (destroyed) return;
        badge = "";
        app = module.mountApp(shell);
        for (const call of held) app.run(...call);
        held = [];
        app.setOpen(open);
        draw();
      },
      (cause) => {
        mounting = undefined;
        failures++;
        badge = "!";
        open = false;
        draw();
        emit("error", { code: "network", message: `${cause}` });
      },
    );
  }

  function setOpen(next: boolean) {
    if (open === next) return;
    open = next;
    if (open) {
      focusBefore = document.activeElement;
      mount();
    }
    app?.setOpen(open);
    draw();
    if (!open) ((launcher.button.hidden ? focusBefore : launcher.button) as HTMLElement | null)?.focus();
    emit(open ? "open" : "close", {});
  }

  function ask(command: string, args: unknown[]) {
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
    setTheme: (theme: Theme) => wish({ theme }),
    on,
    off,
    logout() {
      held = [];
      // Without a session there is nobody to forget.
      if (!readKept(channelKey, "session")) return;
      ask("logout", []);
      mount();
    },
    destroy() {
      destroyed = true;
      app?.destroy();
      off();
      element.remove();
      onDestroy();
    },
  };

  launcher.button.onclick = () => setOpen(!open);
  // Wanted, most likely: the code may come already, nothing else does.
  launcher.button.onpointerenter = launcher.button.onfocus = () => {
    if (!mounting) loadApp(failures).catch(() => failures++);
  };

  wish(window.deskbellSettings);
  // Beside body, not in it: pages that swap their body (Turbo, view transitions) keep the widget.
  document.documentElement.append(element);
  if (readKept(channelKey, "open")) mount();
  // After the commands that were queued, so that their handlers hear it.
  queueMicrotask(() => emit("ready", {}));

  return (command, ...args) => {
    if (destroyed) return;
    if (opening.test(command)) {
      ask(command, args);
      setOpen(true);
    } else if (waiting.test(command)) ask(command, args);
    else if (Object.hasOwn(commands, command)) return commands[command]?.(...(args as never[]));
    else if (!warned.has(command)) {
      warned.add(command);
      console.warn(`Deskbell: unknown command "${command}"`);
    }
  };
}
