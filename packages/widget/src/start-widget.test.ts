// @vitest-environment happy-dom
import type { ChannelSettings, FileKind } from "@deskbell/sdk";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { App, AppModule, Shell } from "./app.ts";
import { type RunCommand, startWidget } from "./start-widget.ts";

const settings = {
  brandColor: "#2f6b4f",
  greeting: "",
  tagline: "",
  position: "right",
  offsetX: 20,
  offsetY: 20,
  theme: "auto",
  preset: "classic",
  title: null,
  logoUrl: null,
  locale: "en",
  botName: "Bell",
  files: { kinds: [] as FileKind[], maxBytes: 0 },
  announcement: null,
  links: [] as ChannelSettings["links"],
} as const;

let shell: Shell | undefined;
let calls: string[] = [];
let attempts: number[] = [];
let fail = false;
let run: RunCommand;
let destroyed = 0;

/** A stand-in for what is loaded later, which writes down what it is told. */
const module: AppModule = {
  mountApp(given): App {
    shell = given;
    return {
      setOpen: (open) => calls.push(open ? "opened" : "closed"),
      update: () => {},
      run: (command, args) => calls.push([command, ...args.map((arg) => JSON.stringify(arg))].join(" ")),
      destroy: () => calls.push("destroyed"),
    };
  },
};

function start() {
  run = startWidget(
    { host: "https://desk.test", channelKey: "demo", settings },
    async (failures) => {
      attempts.push(failures);
      if (fail) throw new TypeError("offline");
      return module;
    },
    () => destroyed++,
  );
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const launcher = () =>
  document.querySelector("deskbell-widget")?.shadowRoot?.querySelector("button") as HTMLButtonElement;

beforeEach(() => {
  shell = undefined;
  calls = [];
  attempts = [];
  fail = false;
  destroyed = 0;
  delete window.deskbellSettings;
  localStorage.clear();
});
afterEach(() => {
  run?.("destroy");
  vi.restoreAllMocks();
});

describe("before anybody asked", () => {
  test("nothing is loaded", async () => {
    start();
    run("setAttributes", { plan: "pro" });
    run("identify", { name: "Ada" });
    run("setTheme", "dark");
    await settle();
    expect(attempts).toEqual([]);
  });

  test("an open conversation from before is gone on with", async () => {
    localStorage.setItem("deskbell:demo:open", "1");
    start();
    await settle();
    expect(attempts).toEqual([0]);
    expect(calls).toEqual(["closed"]);
  });

  test("coming near the launcher loads the code, and says nothing of what waits for its opening", async () => {
    start();
    run("setAttributes", { plan: "pro" });
    launcher().dispatchEvent(new Event("pointerenter"));
    await settle();
    run("setAttributes", { plan: "basic" });
    expect(attempts).toEqual([0]);
    expect(calls).toEqual(["closed"]);
    run("open");
    expect(calls).toEqual(["closed", 'setAttributes {"plan":"pro"}', 'setAttributes {"plan":"basic"}', "opened"]);
  });

  test("whoever only came near is told that the code could not be had, and opening tries again", async () => {
    fail = true;
    start();
    launcher().dispatchEvent(new Event("pointerenter"));
    await settle();
    expect(launcher().textContent).toBe("!");
    fail = false;
    run("open");
    await settle();
    expect(attempts).toEqual([0, 1]);
    expect(launcher().textContent).toBe("");
  });
});

describe("commands", () => {
  test("calls that need the panel are held, in order, and come before it opens", async () => {
    start();
    run("identify", { name: "Ada" });
    run("setAttributes", { plan: "pro" });
    run("newMessage", "Hello");
    await settle();
    expect(calls).toEqual(['identify {"name":"Ada"}', 'setAttributes {"plan":"pro"}', 'newMessage "Hello"', "opened"]);
  });

  test("open, close and toggle say so once", async () => {
    start();
    const heard: string[] = [];
    run("on", "open", () => heard.push("open"));
    run("on", "close", () => heard.push("close"));
    run("open");
    run("open");
    await settle();
    run("toggle");
    run("close");
    await settle();
    expect(heard).toEqual(["open", "close"]);
    expect(calls).toEqual(["opened", "closed"]);
  });

  test("an unknown command warns once, names itself and never throws", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    start();
    run("signUp", "signup");
    run("signUp", "signup");
    run("constructor");
    expect(warn.mock.calls.map(([words]) => words)).toEqual([
      'Deskbell: unknown command "signUp"',
      'Deskbell: unknown command "constructor"',
    ]);
  });

  test("hide and show the launcher, not the panel", async () => {
    start();
    run("hide");
    expect(launcher().hidden).toBe(true);
    run("open");
    await settle();
    expect(calls).toEqual(["opened"]);
    run("show");
    expect(launcher().hidden).toBe(false);
  });

  test("the page's settings win over the channel's", () => {
    window.deskbellSettings = { locale: "de-AT", hideLauncher: false };
    start();
    expect(launcher().ariaLabel?.trim()).toBe("Chat öffnen");
    run("setLocale", "fr");
    expect(launcher().ariaLabel?.trim()).toBe("Ouvrir le chat");
  });

  test("logging out without ever having had a session loads nothing", async () => {
    start();
    run("logout");
    await settle();
    expect(attempts).toEqual([]);
    localStorage.setItem("deskbell:demo:session", "token");
    run("logout");
    await settle();
    expect(calls).toEqual(["logout", "closed"]);
  });
});

describe("events", () => {
  test("ready is heard by handlers that were queued, and as an event of the page", async () => {
    const heard: unknown[] = [];
    addEventListener("deskbell:ready", (event) => heard.push((event as CustomEvent).detail.type), { once: true });
    start();
    run("on", "ready", (event: unknown) => heard.push(event));
    await settle();
    expect(heard).toEqual(["ready", { id: expect.any(String), type: "ready", createdAt: expect.any(String) }]);
  });

  test("on() returns the way to stop; off() stops one or all", async () => {
    start();
    await settle();
    const heard: string[] = [];
    const stop = run("on", "unreadCountChange", () => heard.push("a")) as () => void;
    const b = () => heard.push("b");
    run("on", "unreadCountChange", b);
    run("on", "unreadCountChange", () => heard.push("c"));
    run("open");
    await settle();
    stop();
    run("off", "unreadCountChange", b);
    shell?.emit("unreadCountChange", { count: 1 });
    await settle();
    run("off", "unreadCountChange");
    shell?.emit("unreadCountChange", { count: 2 });
    await settle();
    expect(heard).toEqual(["c"]);
  });

  test("unread messages stand on the launcher while the panel is closed", async () => {
    localStorage.setItem("deskbell:demo:open", "1");
    start();
    await settle();
    shell?.setBadge("3");
    expect(launcher().textContent).toBe("3");
    expect(launcher().ariaLabel).toBe("Open chat 3");
    run("open");
    expect(launcher().textContent).toBe("");
  });
});

describe("when things go wrong", () => {
  test("a panel that cannot be loaded says so, and is asked for again by the next click", async () => {
    fail = true;
    start();
    const heard: string[] = [];
    run("on", "error", ({ code }: { code: string }) => heard.push(code));
    run("newMessage", "Hello");
    await settle();
    expect(heard).toEqual(["network"]);
    expect(launcher().textContent).toBe("!");
    expect(`${launcher().ariaExpanded}`).toBe("false");
    fail = false;
    launcher().click();
    await settle();
    expect(attempts).toEqual([0, 1]);
    expect(calls).toEqual(['newMessage "Hello"', "opened"]);
    expect(launcher().textContent).toBe("");
  });

  test("destroy leaves nothing, and later calls do nothing", async () => {
    start();
    run("open");
    await settle();
    run("destroy");
    run("open");
    run("hide");
    expect(document.querySelector("deskbell-widget")).toBeNull();
    expect(calls).toEqual(["opened", "destroyed"]);
    expect(destroyed).toBe(1);
  });
});
