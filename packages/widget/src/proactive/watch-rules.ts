import { type Attributes, matchesAddress, type PageRule, wordsIn } from "@deskbell/sdk";
import type { Boot } from "../boot.ts";
import type { DeskbellFunction } from "../commands.ts";
import { chooseLocale } from "../locales.ts";
import { createPageEvents } from "../page-events.ts";
import { keep, readKept } from "../page-storage.ts";
import type { DeskbellSettings } from "../settings.ts";
import { drawProactive } from "./draw-proactive.ts";

type Run = ((command: string, ...args: unknown[]) => unknown) & Pick<DeskbellFunction, "proactive">;

/**
 * Watches which rule holds on the page, and shows its message. Nothing is asked of the server for strangers, whose browser remembers what they were shown;
 * for a contact from before the server does, on all their devices.
 */
export function watchRules(
  { channelKey, host, settings, rules }: Boot & { rules: PageRule[] },
  queue: Iterable<unknown>[],
): void {
  const run = window.Deskbell as Run | undefined;
  const root = document.querySelector("deskbell-widget")?.shadowRoot;
  // A page may well carry the script twice.
  if (!run || !root || run.proactive) return;
  const seen = new Set(readKept(channelKey, "proactive")?.split(" "));
  let attributes: Attributes = {};
  let wished: string | null | undefined;
  let page = location.href;
  /** Looking at this page. */
  let seconds = 0;
  /** One a page, or it would be a nuisance. */
  let shownOn = "";
  let remove = () => {};
  let isOpen = false;

  const hear: Record<string, (...args: never[]) => void> = {
    boot: heed,
    update: heed,
    identify: (user: DeskbellSettings["user"]) => heed(user ? { user } : {}),
    setAttributes: (changes: Attributes) => heed({ user: { attributes: changes } }),
    deleteAttribute: (name: string) => heed({ user: { attributes: { [name]: null } } }),
    setLocale: (locale: string) => heed({ locale }),
    open: () => remove(),
    logout: () => {
      attributes = {};
    },
    destroy: stop,
  };

  function heed(said?: DeskbellSettings): void {
    attributes = { ...attributes, ...said?.user?.attributes };
    if (said?.locale !== undefined) wished = said.locale;
  }

  function tick(): void {
    if (document.hidden) return;
    seconds = page === location.href ? seconds + 1 : 0;
    page = location.href;
    // Who is in a conversation, or looks at the panel, is not to be disturbed.
    if (shownOn === page || isOpen || readKept(channelKey, "open")) return;
    const rule = rules.find(holds);
    if (rule) void show(rule);
  }

  function holds({ id, url, seconds: least, scroll, attribute }: PageRule): boolean {
    const { pathname, search, href } = location;
    if (seen.has(id) || seconds < least) return false;
    if (url !== null && !matchesAddress(url, url.startsWith("/") ? pathname + search : href)) return false;
    if (attribute && String(attributes[attribute.name] ?? "") !== attribute.value) return false;
    return scroll === null || scrolled() >= scroll;
  }

  async function show(rule: PageRule): Promise<void> {
    shownOn = page;
    seen.add(rule.id);
    keep(channelKey, "proactive", [...seen].join(" "));
    if (!(await mayShow(rule.id)) || timer === null || isOpen) return;
    const locale = chooseLocale(wished, settings.locale, ...navigator.languages);
    const text = wordsIn(rule.message, wished, settings.locale, ...navigator.languages);
    remove = drawProactive(root as ShadowRoot, { locale, name: settings.botName, text }, () =>
      (run as Run)("showProactive", { ruleId: rule.id, locale, text }),
    );
    createPageEvents().emit("proactiveShown", { ruleId: rule.id });
  }

  /** Whether this contact, if there was one, has not been shown it elsewhere. Without an answer the browser's own memory counts. */
  async function mayShow(ruleId: string): Promise<boolean> {
    const [token] = readKept(channelKey, "session")?.split(" ") ?? [];
    if (!token) return true;
    try {
      const response = await fetch(`${host}/v1/proactive`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ ruleId }),
        credentials: "omit",
      });
      return !response.ok || (await response.json()).first;
    } catch {
      return true;
    }
  }

  function stop(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
    remove();
  }

  const note = (command: unknown, ...args: unknown[]) => {
    if (typeof command === "string" && Object.hasOwn(hear, command)) hear[command]?.(...(args as never[]));
  };
  heed(window.deskbellSettings);
  for (const call of queue) note(...(call as [unknown]));
  window.Deskbell = Object.assign(
    (command: string, ...args: unknown[]) => {
      note(command, ...args);
      return run(command, ...args);
    },
    run,
    { proactive: true },
  ) as DeskbellFunction;
  run("on", "open", () => {
    isOpen = true;
    remove();
  });
  run("on", "close", () => {
    isOpen = false;
  });
  let timer: ReturnType<typeof setInterval> | null = setInterval(tick, 1000);
}

/** How much of the page has been seen, in percent. */
function scrolled(): number {
  const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
  return ((scrollTop + clientHeight) / scrollHeight) * 100;
}
