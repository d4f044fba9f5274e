// @vitest-environment happy-dom
import type { Identity } from "@deskbell/sdk";
import { expect, test, vi } from "vitest";
import { createLateProof } from "./late-proof.ts";
import type { DeskbellSettings } from "./settings.ts";
import type { WidgetSettings } from "./widget-settings.ts";

/** A page that says, and says again, who its visitor is. Its settings are another object each time, as the widget's are. */
function page(said: DeskbellSettings = {}) {
  const root = document.createElement("div").attachShadow({ mode: "open" });
  const shell = {
    root,
    get settings() {
      return { ...said } as WidgetSettings;
    },
  };
  const proof = createLateProof(shell, () => undefined);
  return {
    proof,
    say: (more: DeskbellSettings) => Object.assign(said, more),
    asked: () => proof.use(async (identity: Identity | null) => identity),
  };
}

test("a page that says nothing of its visitor proves nothing", async () => {
  expect(await page().asked()).toBeNull();
});

test("what the page said before the session is the proof", async () => {
  expect(await page({ identity: { token: "jwt" } }).asked()).toEqual({ token: "jwt" });
  expect(await page({ getToken: async () => "fresh" }).asked()).toEqual({ token: "fresh" });
});

test("what it says later is, too, by whatever way", async () => {
  const { proof, say, asked } = page();
  expect(await asked()).toBeNull();
  await proof.give({ token: "given" });
  expect(await asked()).toEqual({ token: "given" });
  say({ getToken: async () => "later" });
  await proof.give(null);
  expect(await asked()).toEqual({ token: "later" });
});

test("after a logout nobody is proven until somebody is given, whether or not the code was here", async () => {
  for (const first of [true, false]) {
    const { proof, asked } = page({ getToken: async () => "fresh" });
    if (first) await asked();
    proof.forget();
    expect(await asked()).toBeNull();
    await proof.give(null);
    expect(await asked()).toEqual({ token: "fresh" });
  }
});

test("code that cannot be had is a network that is gone, and tried again", async () => {
  vi.resetModules();
  vi.doMock("./identity-parts.ts", () => {
    throw new TypeError("Failed to fetch dynamically imported module");
  });
  const { createLateProof: anew } = await import("./late-proof.ts");
  const root = document.createElement("div").attachShadow({ mode: "open" });
  const proof = anew({ root, settings: { identity: { token: "jwt" } } as WidgetSettings }, () => undefined);
  const use = () => proof.use(async (identity) => identity);
  await expect(use()).rejects.toMatchObject({ code: "network", temporary: true });
  vi.doUnmock("./identity-parts.ts");
  vi.resetModules();
  expect(await use()).toEqual({ token: "jwt" });
});
