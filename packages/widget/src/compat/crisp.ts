import {
  attributesFrom,
  createUnanswered,
  globals,
  isObject,
  type Loose,
  on,
  replay,
  run,
  textOf,
  watchState,
} from "./peer.ts";

// https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/dollar-crisp/
const unanswered = createUnanswered("Crisp");
const state = watchState();
type Call = (...args: never[]) => unknown;

/** What the page has said, which it may ask back. */
const said: Loose = {};
const data: Loose = {};
let shown = true;

const doing: Record<string, Call> = {
  "chat:open": () => run("open"),
  "chat:close": () => run("close"),
  "chat:toggle": () => run("toggle"),
  "chat:show": () => {
    shown = true;
    run("show");
  },
  "chat:hide": () => {
    shown = false;
    run("hide");
  },
  "message:send": (type: string, content: unknown) =>
    type === "text" ? run("sendMessage", String(content)) : unanswered(`do message:send ${type}`),
  "session:reset": () => run("logout"),
  "helpdesk:search": () => run("showArticles"),
  "helpdesk:article:open": (_locale: string, slug: string) => run("showArticle", String(slug)),
};

const setting: Record<string, Call> = {
  "user:email": (email: string, hash?: string) =>
    run("identify", { email }, ...(hash ? [{ email: String(email), hash: String(hash) }] : [])),
  "user:nickname": (name: string) => run("identify", { name }),
  "user:phone": (phone: string) => run("identify", { phone }),
  "user:company": (name: string, about?: unknown) =>
    run("setAttributes", attributesFrom({ company: name, ...(isObject(about) && { companyDetails: about }) })),
  // `["k", "v"]`, or a list of such pairs.
  "session:data": (key: unknown, value?: unknown) => {
    const pairs = Array.isArray(key) ? (key as [string, unknown][]) : [[String(key), value] as const];
    Object.assign(data, Object.fromEntries(pairs));
    run("setAttributes", attributesFrom(Object.fromEntries(pairs)));
  },
  "session:segments": (segments: string[]) => {
    for (const segment of segments) run("addLabel", segment);
  },
  "session:event": (events: unknown) => {
    const list = Array.isArray(events) && Array.isArray(events[0]) ? events : [events];
    for (const [name, about] of list as [string, unknown?][]) {
      run("track", String(name), ...(isObject(about) ? [attributesFrom(about)] : []));
    }
  },
  "message:text": (text: string) => run("newMessage", String(text)),
};

const events: Record<string, (callback: (value?: unknown) => void) => (() => void) | undefined> = {
  "session:loaded": (callback) => on("ready", () => callback()),
  "chat:initiated": (callback) => on("conversationStarted", () => callback()),
  "chat:opened": (callback) => on("open", () => callback()),
  "chat:closed": (callback) => on("close", () => callback()),
  "website:availability:changed": (callback) => on("availabilityChange", ({ available }) => callback(available)),
  "message:sent": (callback) => onMessage(callback, true),
  "message:received": (callback) => onMessage(callback, false),
};

const onMessage = (callback: (value: unknown) => void, own: boolean) =>
  on("message", ({ message: { id, body, author, createdAt } }) => {
    if ((author.kind === "contact") !== own || author.kind === "system") return;
    const user = { user_id: author.id, nickname: author.name };
    callback({ type: "text", content: body, fingerprint: id, timestamp: Date.parse(createdAt), user });
  });

const questions: Record<string, () => boolean> = {
  "chat:opened": () => state.isOpen,
  "chat:closed": () => !state.isOpen,
  "chat:visible": () => shown,
  "chat:hidden": () => !shown,
};

const answers: Record<string, (key?: string) => unknown> = {
  "chat:unread:count": () => state.unread,
  "session:data": (key) => (key === undefined ? { ...data } : (data[key] ?? null)),
  ...Object.fromEntries(
    ["user:email", "user:nickname", "user:phone", "user:company"].map((name) => [name, () => said[name] ?? null]),
  ),
};

const configuration: Record<string, Call> = {
  "position:reverse": (reverse: boolean) => run("update", { position: reverse ? "left" : "right" }),
  "container:index": (zIndex: number) => run("update", { zIndex }),
};

const stops = new Map<string, (() => void)[]>();

const actions: Record<string, (name: string, args: unknown) => unknown> = {
  do: (name, args) => call("do", doing, name, args),
  set(name, args) {
    if (name.startsWith("user:")) said[name] = Array.isArray(args) ? args[0] : args;
    return call("set", setting, name, args);
  },
  config: (name, args) => call("config", configuration, name, args),
  on(name, callback) {
    const listen = Object.hasOwn(events, name) ? events[name] : undefined;
    if (!listen || typeof callback !== "function") return unanswered(`on ${name}`);
    const stop = listen(callback as () => void);
    if (stop) stops.set(name, [...(stops.get(name) ?? []), stop]);
  },
  off(name) {
    for (const stop of stops.get(name) ?? []) stop();
    stops.delete(name);
  },
  // It silences warnings about calls that are none.
  safe: () => undefined,
};

function call(action: string, calls: Record<string, Call>, name: string, args: unknown): unknown {
  const known = Object.hasOwn(calls, name) ? calls[name] : undefined;
  if (!known) return unanswered(`${action} ${name}`);
  return known(...((Array.isArray(args) ? args : args === undefined ? [] : [args]) as never[]));
}

function act(action: unknown, name: unknown, args: unknown): void {
  const known = Object.hasOwn(actions, String(action)) ? actions[String(action)] : undefined;
  if (known) known(String(name), args);
  else unanswered(String(action));
}

const crisp = {
  push: (...calls: unknown[]) => {
    replay(calls, (action, name, args) => act(action, name, args));
    return calls.length;
  },
  do: (name: string, args?: unknown) => act("do", name, args),
  set: (name: string, args?: unknown) => act("set", name, args),
  on: (name: string, callback: unknown) => act("on", name, callback),
  off: (name: string) => act("off", name, undefined),
  config: (name: string, args?: unknown) => act("config", name, args),
  is: (name: string) => (Object.hasOwn(questions, name) ? questions[name]?.() : (unanswered(`is ${name}`) ?? false)),
  get: (name: string, key?: string) =>
    Object.hasOwn(answers, name) ? answers[name]?.(key) : unanswered(`get ${name}`),
  help: () => undefined,
};

const before = globals.$crisp;
globals.$crisp = crisp;
const runtime = globals.CRISP_RUNTIME_CONFIG;
if (isObject(runtime) && textOf(runtime.locale)) run("setLocale", textOf(runtime.locale) ?? "en");
if (globals.CRISP_TOKEN_ID) unanswered("CRISP_TOKEN_ID");
on("ready", () => {
  if (typeof globals.CRISP_READY_TRIGGER === "function") globals.CRISP_READY_TRIGGER();
});
replay(before, (action, name, args) => act(action, name, args));
