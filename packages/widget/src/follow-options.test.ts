// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import type { App, Shell } from "./app.ts";
import { type Following, mountFollowing } from "./follow-options.ts";

let shell: Shell | undefined;
let updates = 0;
/** What is loaded later, which writes down what it is given. */
vi.mock("./mount.tsx", () => ({
  mountApp: (given: Shell): App => {
    shell = given;
    return { setOpen() {}, update: () => void updates++, run() {}, destroy() {} };
  },
}));

let following: Following;
afterEach(() => {
  following.deskbell.destroy();
  shell = undefined;
});

const options = { host: "https://desk.test", channelKey: "demo" };
const label = () => document.querySelector("deskbell-widget")?.shadowRoot?.querySelector("button")?.ariaLabel?.trim();

test("what changes is applied, what is made anew and says the same is not", async () => {
  following = mountFollowing({ ...options, locale: "en" });
  expect(label()).toBe("Open chat");
  following.follow({ ...options, locale: "de" });
  expect(label()).toBe("Chat öffnen");
  following.deskbell.open();
  await vi.waitFor(() => expect(shell).toBeDefined());
  const before = updates;
  following.follow({ ...options, locale: "de" });
  expect(updates).toBe(before);
  following.follow({ ...options, locale: "fr" });
  expect(updates).toBeGreaterThan(before);
});

test("a setting that is undefined is none", () => {
  following = mountFollowing({ ...options, brandColor: undefined, locale: undefined } as unknown as typeof options);
  following.deskbell.open();
  expect(document.querySelector("deskbell-widget")).not.toBeNull();
});

test("getToken is the same function for the widget, and the latest one for whoever is asked", async () => {
  following = mountFollowing({ ...options, getToken: async () => "first" });
  following.deskbell.open();
  await vi.waitFor(() => expect(shell).toBeDefined());
  const { getToken } = shell?.settings ?? {};
  expect(await getToken?.()).toBe("first");
  following.follow({ ...options, locale: "de", getToken: async () => "second" });
  expect(shell?.settings.getToken).toBe(getToken);
  expect(await getToken?.()).toBe("second");
});
