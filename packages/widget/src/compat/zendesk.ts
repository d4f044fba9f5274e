import { attributesFrom, createUnanswered, globals, isObject, type Loose, on, replay, run } from "./peer.ts";

// https://developer.zendesk.com/api-reference/widget-messaging/web/core/
const unanswered = createUnanswered("Zendesk");
type Call = (...args: never[]) => unknown;

/** Asks the page for its token; whoever waits for the outcome hears of a refusal. */
function loginUser(askForToken: (give: (token: string) => void) => void, done?: (error: unknown) => void): void {
  if (done) {
    const stop = on("error", ({ code, message }) => {
      if (!code.startsWith("identity_")) return;
      stop?.();
      done({ type: "LoginFailedError", message, reason: code });
    });
  }
  askForToken((token) => void run("identify", null, { token }));
}

const messenger: Record<string, Call> = {
  open: () => run("open"),
  close: () => run("close"),
  show: () => run("show"),
  hide: () => run("hide"),
  loginUser,
  logoutUser: () => run("logout"),
};

const settings: Record<string, Call> = {
  locale: (locale: string) => run("setLocale", locale),
  zIndex: (zIndex: number) => run("update", { zIndex }),
  conversationFields: (fields: { id: string | number; value: unknown }[]) => {
    const values: Loose = Object.fromEntries(fields.map(({ id, value }) => [String(id), value]));
    run("setConversationAttributes", attributesFrom(values));
  },
  conversationTags: (tags: string[]) => {
    for (const tag of tags) run("addLabel", tag);
  },
  // There are none to forbid.
  cookies: () => undefined,
};

const events: Record<string, Call> = {
  open: (handler: (event: unknown) => void) => on("open", handler),
  close: (handler: (event: unknown) => void) => on("close", handler),
  unreadMessages: (handler: (count: number) => void) => on("unreadCountChange", ({ count }) => handler(count)),
  conversationStarted: (handler: (event: unknown) => void) => on("conversationStarted", handler),
};

const spaces: Record<string, Record<string, Call>> = { messenger, "messenger:set": settings, "messenger:on": events };

function zE(space: unknown, name: unknown, ...args: unknown[]): unknown {
  const calls = Object.hasOwn(spaces, String(space)) ? spaces[String(space)] : undefined;
  const call = calls && Object.hasOwn(calls, String(name)) ? calls[String(name)] : undefined;
  if (call) return call(...(args as never[]));
  return unanswered(`${space} ${isObject(name) ? "" : name}`.trim());
}

const before = globals.zE as { q?: unknown[]; _?: unknown[] } | undefined;
globals.zE = zE;
replay(before?.q ?? before?._, zE);
