import { afterEach, expect, test, vi } from "vitest";
import { openSocket } from "./open-socket.ts";

afterEach(() => vi.unstubAllGlobals());

test("asked to connect anew while long polling is on its way, it does not bring a second line", async () => {
  const lines: { onclose: (() => void) | null; close(): void }[] = [];
  const asked: string[] = [];
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
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    return new Promise(() => {});
  });
  const socket = await openSocket({ url: "https://desk.test/contact", path: "/socket", auth: () => {} });
  socket.connect();
  lines.at(-1)?.onclose?.();
  socket.disconnect();
  socket.connect();
  lines.at(-1)?.onclose?.();
  expect(lines).toHaveLength(2);
  expect(asked).toEqual(["https://desk.test/healthz"]);
  socket.disconnect();
});
