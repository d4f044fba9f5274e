import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openSocket } from "./open-socket.ts";

const options = { url: "https://desk.test/contact", path: "/socket", auth: () => {} };
let lines: { onclose: (() => void) | null; close(): void }[];
let asked: string[];

/** WebSockets that never open, and a server that never answers. */
beforeEach(() => {
  lines = [];
  asked = [];
  vi.stubGlobal(
    "WebSocket",
    class {
      onclose: (() => void) | null = null;
      constructor() {
        lines.push(this);
      }
      close() {}
    },
  );
  vi.stubGlobal("fetch", (address: string, { signal }: RequestInit) => {
    asked.push(address);
    return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("asked to connect anew while long polling is on its way, it does not bring a second line", async () => {
  const socket = await openSocket(options);
  socket.connect();
  lines.at(-1)?.onclose?.();
  socket.disconnect();
  socket.connect();
  lines.at(-1)?.onclose?.();
  expect(lines).toHaveLength(2);
  expect(asked).toEqual(["https://desk.test/healthz"]);
  socket.disconnect();
});

test("where the server does not answer either, it gives up in time, to be asked again", async () => {
  const patience = new AbortController();
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(patience.signal);
  const socket = await openSocket(options);
  const failed = new Promise((resolve) => socket.on("connect_error", resolve));
  socket.connect();
  lines.at(-1)?.onclose?.();
  expect(timeout).toHaveBeenCalledWith(10_000);
  patience.abort();
  expect(await failed).toMatchObject({ message: "unavailable" });
  socket.connect();
  expect(lines).toHaveLength(2);
  socket.disconnect();
});
