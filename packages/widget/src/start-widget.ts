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
  let _mounting: Promise<void> | undefined;
  /** Browsers remember a failed import by its address. */
  let failures = 0;
  /** How many unread messages; `!` when the panel could not be loaded. */
  let badge = "";
  let open = false;
  let destroyed = false;
  let focusBefore: Element | null;
  /** Somebody has opened it, now or in the visit before, or said good-bye. */
  let wanted = false;
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
    count.textContent = open ? "" : badge;
    launcher.hidden = now.hideLauncher as boolean;
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

  /** `unasked`: somebody may be about to open it. All code may come already, nothing else does. */
  function mount(unasked?: unknown) {
    if (!unasked) wanted = true;
    flush();
    _mounting ??= loadApp(failures).then(
      (module) => {
        if (destroyed) return;
        badge = "";
        app = module.mountApp(shell);
        flush();
        app.setOpen(open);
        draw();
      },
      (cause) => {
        _mounting = undefined;
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

  /** `insists`: it cannot wait until somebody opens the panel. */
  function ask(command: string, args: unknown[], insists?: unknown) {
    held.push([command, args]);
    if (insists) mount();
    else flush();
  }

  const flush = () => {
    if (wanted && app) for (const call of held.splice(0)) app.run(...call);
  };

  const commands: Record<string, ((...args: never[]) => unknown) | null> = {
    // Any word may be called: `toString` is no command.
    __proto__: null,
    on,
    off,
    boot: wish,
    update: wish,
    open: () => setOpen(true),
    close: () => setOpen(false),
    toggle,
    show: () => wish({ hideLauncher: false }),
    hide: () => wish({ hideLauncher: true }),
    setLocale: (locale: string) => wish({ locale }),
    setTheme: (theme: Theme) => wish({ theme }),
    logout() {
      held = [];
      // Without a session there is nobody to forget.
      if (!readKept(channelKey, "session")) return;
      ask("logout", [], true);
    },
    diagnose: () => ask("diagnose", [], true),
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
  launcher.onfocus = launcher.onpointerenter = mount;

  launcher.className = "launcher";
  launcher.append(count);
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
      commands[command] = flush;
    };
    return commands[command]?.(...(args as never[]));
  };
}
