import type { Identity } from "@deskbell/sdk";
import {
  attributesFrom,
  createUnanswered,
  given,
  globals,
  isObject,
  type Loose,
  on,
  replay,
  run,
  sideOf,
  textOf,
} from "./peer.ts";

// https://developers.intercom.com/installing-intercom/web/methods
const unanswered = createUnanswered("Intercom");

/** Their settings that are not about the person; what is left is. */
const technical =
  /^(app_id|api_base|custom_launcher_selector|alignment|(vertical|horizontal)_padding|z_index|hide_(default_launcher|notifications)|session_duration|(action|background|link)_color|theme_mode|messenger_style_id|page_title|auth_tokens|language_override|intercom_user_jwt|user_hash|installation_type|last_request_at)$/;

let launcherSelector: string | undefined;
let listensForLauncher = false;

function listenForLauncher(): void {
  if (listensForLauncher) return;
  listensForLauncher = true;
  addEventListener("click", ({ target }) => {
    if (launcherSelector && target instanceof Element && target.closest(launcherSelector)) run("open");
  });
}

function settingsFrom(theirs: Loose) {
  const theme = theirs.theme_mode === "system" ? "auto" : theirs.theme_mode;
  return given({
    hideLauncher: theirs.hide_default_launcher === undefined ? undefined : !!theirs.hide_default_launcher,
    position: sideOf(theirs.alignment),
    zIndex: typeof theirs.z_index === "number" ? theirs.z_index : undefined,
    brandColor: textOf(theirs.action_color),
    locale: textOf(theirs.language_override),
    theme: theme === "light" || theme === "dark" || theme === "auto" ? (theme as "auto") : undefined,
  });
}

function identityFrom({ intercom_user_jwt, user_hash, user_id, email }: Loose): Identity | undefined {
  if (intercom_user_jwt) return { token: String(intercom_user_jwt) };
  if (!user_hash) return undefined;
  if (user_id) return { externalId: String(user_id), hash: String(user_hash) };
  return email ? { email: String(email), hash: String(user_hash) } : undefined;
}

function learn(settings: unknown): void {
  if (!isObject(settings)) return;
  if (typeof settings.custom_launcher_selector === "string") {
    launcherSelector = settings.custom_launcher_selector;
    listenForLauncher();
  }
  for (const key of ["vertical_padding", "horizontal_padding", "hide_notifications", "session_duration"]) {
    if (key in settings) unanswered(`setting ${key}`);
  }
  const ours = settingsFrom(settings);
  if (Object.keys(ours).length) run("update", ours);
  const { name, email, phone, ...rest } = Object.fromEntries(
    Object.entries(settings).filter(([key]) => !technical.test(key)),
  );
  const { avatar: _, ...attributes } = rest;
  const identity = identityFrom(settings);
  const user = {
    ...given({ name: textOf(name), email: textOf(email), phone: textOf(phone) }),
    ...(Object.keys(attributes).length > 0 && { attributes: attributesFrom(attributes) }),
  };
  if (identity || Object.keys(user).length) run("identify", user, ...(identity ? [identity] : []));
}

const spaces: Record<string, () => unknown> = {
  home: () => run("showHome"),
  messages: () => run("showHome"),
  help: () => run("showArticles"),
  tickets: () => run("showTickets"),
};

const methods: Record<string, (...args: never[]) => unknown> = {
  boot: learn,
  update: learn,
  shutdown: () => run("logout"),
  show: () => run("open"),
  hide: () => run("close"),
  showMessages: () => run("showHome"),
  showSpace: (space: string) => (Object.hasOwn(spaces, space) ? spaces[space]?.() : unanswered(`showSpace ${space}`)),
  showNewMessage: (text?: string) => run("newMessage", text),
  showArticle: (id: string | number) => run("showArticle", String(id)),
  showTicket: (id: string | number) => run("showTicket", String(id)),
  showConversation: (id: string | number) => run("showConversation", String(id)),
  trackEvent: (name: string, metadata?: unknown) =>
    run("track", name, ...(isObject(metadata) ? [attributesFrom(metadata)] : [])),
  onShow: (callback: () => void) => on("open", () => callback()),
  onHide: (callback: () => void) => on("close", () => callback()),
  onUnreadCountChange: (callback: (count: number) => void) => {
    callback(0);
    return on("unreadCountChange", ({ count }) => callback(count));
  },
};

function intercom(method: unknown, ...args: unknown[]): unknown {
  const name = String(method);
  return Object.hasOwn(methods, name) ? methods[name]?.(...(args as never[])) : unanswered(name);
}

const before = globals.Intercom as { q?: unknown[] } | undefined;
globals.Intercom = Object.assign(intercom, { booted: true });
learn(globals.intercomSettings);
replay(before?.q, intercom);
