import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRealtime, type Realtime, type RealtimeConfig, type SocketLike } from "./realtime.ts";

const page = new EventTarget();
const document = { visibilityState: "visible" };
let socket: SocketLike & { connects: number; drop(): void };
let realtime: Realtime;

const config: RealtimeConfig = {
  host: "",
  namespace: "/contact",
  openSocket: async () => socket,
  auth: () => ({}),
  prepare: async () => undefined,
  onEvent: () => undefined,
  onResync: () => undefined,
  onRefused: () => undefined,
};

beforeEach(async () => {
  vi.stubGlobal("document", document);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  socket = createSocket();
  realtime = createRealtime(config);
  realtime.connect();
  await expect.poll(() => socket.connected).toBe(true);
});
afterEach(() => {
  realtime.disconnect();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Connects at once, and never again by itself. */
function createSocket() {
  const handlers = new Map<string, () => void>();
  return {
    connected: false,
    active: true,
    connects: 0,
    on: (event: string, handler: () => void) => handlers.set(event, handler),
    onAny: () => undefined,
    emit: () => undefined,
    connect() {
      this.connected = true;
      this.connects += 1;
      handlers.get("connect")?.();
    },
    disconnect() {
      if (this.connected) this.drop();
    },
    drop() {
      this.connected = false;
      handlers.get("disconnect")?.();
    },
  };
}

function see(visibilityState: "visible" | "hidden"): void {
  document.visibilityState = visibilityState;
  page.dispatchEvent(new Event("visibilitychange"));
}

test("a page that was asleep while its socket was cut connects as soon as it is seen", async () => {
  see("hidden");
  socket.drop();
  expect(socket.connects).toBe(1);
  see("visible");
  await expect.poll(() => socket.connects).toBe(2);
  expect(realtime.connection.get()).toBe("online");
});

test("one that slept for long does not believe that its socket is alive", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  see("hidden");
  vi.advanceTimersByTime(10 * 60_000);
  expect(socket.connected).toBe(true);
  see("visible");
  await expect.poll(() => socket.connects).toBe(2);
});

test("one that was hidden for a moment keeps it", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  see("hidden");
  vi.advanceTimersByTime(5_000);
  see("visible");
  await new Promise((resolve) => setImmediate(resolve));
  expect(socket.connects).toBe(1);
});

test("asked to connect while a connection is being made, it goes on with that one", async () => {
  const connects: string[] = [];
  const slow: SocketLike = {
    connected: false,
    active: false,
    on: () => undefined,
    onAny: () => undefined,
    emit: () => undefined,
    connect: () => connects.push("connect"),
    disconnect: () => connects.push("disconnect"),
  };
  socket.drop();
  realtime.disconnect();
  realtime = createRealtime({ ...config, openSocket: async () => slow });
  realtime.connect();
  await expect.poll(() => connects).toEqual(["connect"]);
  realtime.connect();
  await new Promise((resolve) => setImmediate(resolve));
  expect(connects).toEqual(["connect"]);
  // The network has changed: what is on its way may never arrive.
  page.dispatchEvent(new Event("online"));
  await expect.poll(() => connects).toEqual(["connect", "disconnect", "connect"]);
});
