import { afterEach, expect, test, vi } from "vitest";
import { createDefaultStore } from "./storage.ts";

afterEach(() => void vi.unstubAllGlobals());

function browserWith(localStorage: () => Partial<Storage>) {
  vi.stubGlobal("window", {
    get localStorage() {
      return localStorage();
    },
  });
}
function roundTrip() {
  const store = createDefaultStore();
  store.set("key", "value");
  const kept = store.get("key");
  store.remove("key");
  return [kept, store.get("key")];
}
const deny = () => {
  throw new DOMException("denied", "SecurityError");
};

test("values live in localStorage where there is one", () => {
  const values = new Map<string, string>();
  browserWith(() => ({
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }));
  createDefaultStore().set("key", "value");
  expect(createDefaultStore().get("key")).toBe("value");
  expect(roundTrip()).toEqual(["value", null]);
});

test("where storage is denied, absent or full, values live as long as the page", () => {
  expect(roundTrip()).toEqual(["value", null]);
  browserWith(deny);
  expect(roundTrip()).toEqual(["value", null]);
  browserWith(() => ({ getItem: deny, setItem: deny, removeItem: deny }));
  expect(roundTrip()).toEqual(["value", null]);
  browserWith(() => ({ getItem: () => "old", setItem: deny, removeItem: () => undefined }));
  const store = createDefaultStore();
  store.set("key", "new");
  expect(store.get("key")).toBe("new");
});
