// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import page from "../../../../docs/migrate-widget.md?raw";
import { globals } from "./peer.ts";

/** The rows of a peer's table: a call, and what becomes of it (`null`: a warning; empty: nothing). */
function callsOf(peer: string): [call: string, becomes: string | null][] {
  const section = page.split(/^## /m).find((part) => part.startsWith(peer)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => {
      const [call = "", becomes = ""] = line.split(/ \| |\|$/).map((cell) => cell.replace(/^\| /, "").trim());
      return [code(call), becomes === "–" ? null : code(becomes)];
    });
}
const code = (cell: string) => cell.replace(/^`|`$/g, "");

type Call = unknown[];
let calls: Call[];
let warn: ReturnType<typeof vi.spyOn>;
/** Handlers by event, as the widget would keep them. */
let handlers: Map<string, ((event: unknown) => void)[]>;
beforeEach(() => {
  vi.resetModules();
  calls = [];
  handlers = new Map();
  warn = vi.spyOn(console, "warn").mockImplementation(() => undefined) as never;
  globals.Deskbell = (...call: Call) => {
    calls.push(call);
    const [command, name, handler] = call as [string, string, (event: unknown) => void];
    if (command !== "on") return undefined;
    handlers.set(name, [...(handlers.get(name) ?? []), handler]);
    return () =>
      handlers.set(
        name,
        (handlers.get(name) ?? []).filter((known) => known !== handler),
      );
  };
});
afterEach(() => {
  warn.mockRestore();
  for (const name of [
    "Deskbell",
    "$chatwoot",
    "chatwootSDK",
    "chatwootSettings",
    "Intercom",
    "intercomSettings",
    "zE",
    "$crisp",
  ])
    delete globals[name];
});
const emit = (name: string, event: object) => {
  for (const handler of handlers.get(name) ?? []) handler(event);
};

const evaluate = (source: string) => new Function("f", source)(() => undefined);
/** A handler is as good as another. */
const plain = (list: Call[]) => list.map((call) => call.map((part) => (typeof part === "function" ? "f" : part)));

const load: Record<string, () => Promise<unknown>> = {
  Chatwoot: () => import("./chatwoot.ts"),
  Intercom: () => import("./intercom.ts"),
  Zendesk: () => import("./zendesk.ts"),
  Crisp: () => import("./crisp.ts"),
};

describe.each(Object.entries(load))("%s", (peer, install) => {
  test("has a table", () => {
    expect(callsOf(peer).length).toBeGreaterThan(15);
  });

  test.each(callsOf(peer))("%s", async (call, becomes) => {
    await install();
    calls = [];
    evaluate(call);
    const made = plain(calls);
    calls = [];
    if (becomes) evaluate(becomes);
    expect(made).toEqual(plain(calls));
    expect(warn).toHaveBeenCalledTimes(becomes === null ? 1 : 0);
    evaluate(call);
    expect(warn, "once").toHaveBeenCalledTimes(becomes === null ? 1 : 0);
  });
});

const message = {
  id: "m1",
  conversationId: "c1",
  body: "Hello",
  author: { kind: "agent", id: "a1", name: "Grace" },
  createdAt: "2026-11-20T10:00:00.000Z",
};

test("Chatwoot's settings, state and events", async () => {
  globals.chatwootSettings = { hideMessageBubble: true, position: "left", locale: "pt_BR", darkMode: "auto" };
  await load.Chatwoot?.();
  expect(calls).toContainEqual(["update", { hideLauncher: true, position: "left", locale: "pt-BR", theme: "auto" }]);
  const heard: unknown[] = [];
  for (const name of ["ready", "opened", "closed", "on-message"])
    window.addEventListener(`chatwoot:${name}`, (event) => heard.push([name, (event as CustomEvent).detail]));
  emit("ready", {});
  emit("open", {});
  expect(evaluate("return $chatwoot.isOpen")).toBe(true);
  emit("close", {});
  emit("message", { message });
  expect(evaluate("return $chatwoot.isOpen")).toBe(false);
  expect(heard).toMatchObject([
    ["ready", null],
    ["opened", null],
    ["closed", null],
    ["on-message", { content: "Hello", message_type: 1, created_at: 1795168800, sender: { name: "Grace" } }],
  ]);
  expect(() => evaluate('$chatwoot.setUser("u1", { phone_number: "1" })')).toThrow("should have one of the keys");
  expect(() => evaluate('$chatwoot.setUser({}, { name: "A" })')).toThrow("string or a number");
});

test("Intercom's queue and settings from before the script, and its own launcher", async () => {
  globals.intercomSettings = { app_id: "x", name: "Ada", custom_launcher_selector: "#help" };
  globals.Intercom = Object.assign(() => undefined, {
    q: [["showNewMessage", "Hi"], ["onUnreadCountChange", null], ["show"]],
  });
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await load.Intercom?.();
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
  expect(plain(calls)).toEqual([["identify", { name: "Ada" }], ["newMessage", "Hi"], ["open"]]);
  document.body.innerHTML = '<button id="help"><b>Help</b></button>';
  calls = [];
  document.querySelector("b")?.click();
  expect(calls).toEqual([["open"]]);
});

test("Zendesk hears of a token that was refused", async () => {
  await load.Zendesk?.();
  const outcome = vi.fn();
  Reflect.get(window, "zE")("messenger", "loginUser", (give: (token: string) => void) => give("j"), outcome);
  emit("error", { code: "network", message: "" });
  emit("error", { code: "identity_invalid", message: "No." });
  emit("error", { code: "identity_invalid", message: "No." });
  expect(outcome.mock.calls).toEqual([[{ type: "LoginFailedError", message: "No.", reason: "identity_invalid" }]]);
});

test("Crisp's calls from before the script, its questions and its messages", async () => {
  globals.$crisp = [
    ["set", "user:email", ["a@b.example"]],
    ["do", "chat:open"],
  ];
  await load.Crisp?.();
  expect(calls.slice(-2)).toEqual([["identify", { email: "a@b.example" }], ["open"]]);
  const received: unknown[] = [];
  Reflect.get(globals.$crisp as object, "on")("message:received", (event: unknown) => received.push(event));
  emit("message", { message });
  emit("message", { message: { ...message, author: { kind: "contact", id: "x", name: null } } });
  expect(received).toMatchObject([{ type: "text", content: "Hello", fingerprint: "m1" }]);
  Reflect.get(globals.$crisp as object, "on")("website:availability:changed", (is: unknown) => received.push(is));
  emit("availabilityChange", { available: true });
  expect(received.at(-1)).toBe(true);
  emit("unreadCountChange", { count: 3 });
  emit("open", {});
  expect(
    evaluate('return [$crisp.get("chat:unread:count"), $crisp.is("chat:opened"), $crisp.get("user:email")]'),
  ).toEqual([3, true, "a@b.example"]);
  expect(
    evaluate('$crisp.push(["set", "session:data", ["plan", "team"]]); return $crisp.get("session:data", "plan")'),
  ).toBe("team");
  expect(evaluate('return [$crisp.is("website:available"), $crisp.get("session:identifier")]')).toEqual([false, null]);
});
