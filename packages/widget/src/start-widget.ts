import type { App, AppModule, Shell } from "./app.ts";
import type { Boot } from "./boot.ts";
import { chooseLocale, launcherText } from "./locales.ts";
import { createPageEvents } from "./page-events.ts";
import { readKept } from "./page-storage.ts";
import type { DeskbellSettings, Theme } from "./settings.ts";
import css from "./styles/launcher.css?inline";
import { addStyles } from "./styles.ts";
import { settingsCss } from "./widget-settings.ts";

/** Runs one command, as `window.Deskbell` does. */
export type RunCommand = (command: string, ...args: unknown[]) => unknown;

/** Commands that the app answers: the first ones once somebody has opened the panel, the others bring it up. */
const appCommand = /^((identify|track|\w+(Label|Attributes?))|\w+Message|show.+)$/;

/** Draws the launcher and answers commands. `loadApp` fetches the rest, on the first sign that it is wanted. */
export function startWidget(
  { host, channelKey, settings }: Boot,
  loadApp: (failures: number) => Promise<AppModule>,
  onDestroy: () => void,
): RunCommand {
  const { on, off, emit } = createPageEvents();
  const element = document.createElement("deskbell-widget");
  const root = element.attachShadow({ mode: "open" });
  const style = addStyles(root);
  const launcher = document.createElement("button");
  const count = document.createElement("span");

  let wishes: DeskbellSettings = {};
  let app: App | undefined;
  let mounting: Promise<void> | undefined;
  /** Browsers remember a failed import by its address. */
  let failures = 0;
  /** How many unread messages; `!` when the panel could not be loaded. */
  let badge = "";
  let open = false;
  let destroyed = false;
  let focusBefore: Element | null;
  let held: [command: string, args: unknown[]][] = [];

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
    setBadge(text) {
      badge = text;
      draw();
    },
    emit,
  };

  function draw() {
    const now = shell.settings;
    style(css + settingsCss(now));
    launcher.hidden = now.hideLauncher as boolean;
    count.textContent = open ? "" : badge;
    launcher.ariaLabel = `${launcherText[chooseLocale(now.locale, ...navigator.languages)]} ${count.textContent}`;
    // The attribute is text, and becomes so by itself.
    launcher.ariaExpanded = open as unknown as string;
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
    if (!open) ((launcher.hidden ? focusBefore : launcher) as HTMLElement | null)?.focus();
    emit(open ? "open" : "close");
  }

  const toggle = () => setOpen(!open);

  function ask(command: string, args: unknown[]) {
    if (app) app.run(command, args);
    else held.push([command, args]);
  }

  const commands: Record<string, ((...args: never[]) => unknown) | null> = {
    // Any word may be called: `toString` is no command.
    __proto__: null,
    boot: wish,
    update: wish,
    open: () => setOpen(true),
    close: () => setOpen(false),
    toggle,
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
    diagnose() {
      ask("diagnose", []);
      mount();
    },
    destroy() {
      destroyed = true;
      removeEventListener("click", pressOwn);
      app?.destroy();
      off();
      element.remove();
      onDestroy();
    },
  };

  const pressOwn = ({ target }: Event) => {
    // Without a selector this looks for an element called `undefined`.
    if ((target as Element).closest?.(`${shell.settings.launcherSelector}`)) toggle();
  };
  addEventListener("click", pressOwn);
  launcher.onclick = toggle;
  // Wanted, most likely: the code may come already, nothing else does.
  launcher.onpointerenter = launcher.onfocus = () => {
    if (!mounting) loadApp(failures).catch(() => failures++);
  };

  launcher.append(count);
  launcher.className = "launcher";
  root.append(launcher);
  wish(window.deskbellSettings);
  // Beside body, not in it: pages that swap their body (Turbo, view transitions) keep the widget.
  document.documentElement.append(element);
  if (readKept(channelKey, "open")) mount();
  // After the commands that were queued, so that their handlers hear it.
  setTimeout(emit, 0, "ready");

  return (command, ...args) => {
    if (destroyed) return;
    const asked = appCommand.exec(command);
    if (asked) {
      ask(command, args);
      if (!asked[2]) setOpen(true);
      return;
    }
    commands[command] ??= () => {
      console.warn(`Deskbell: unknown command "${command}"`);
      // Once is enough.
      commands[command] = () => {};
    };
    return commands[command]?.(...(args as never[]));
  };
}
