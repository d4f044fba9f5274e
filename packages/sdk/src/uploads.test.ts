import type { Attachment } from "@deskbell/contract";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeskbellError } from "./deskbell-error.ts";
import type { UploadOptions } from "./resources/files.ts";
import { createUploads } from "./uploads.ts";

interface Sent {
  name: string;
  clientId: string | undefined;
  options: UploadOptions;
  arrive(): void;
  fail(code: "network" | "file_type_not_allowed" | "rate_limited", retryAfter?: number): void;
}

let sent: Sent[];
let isOnline: boolean;
let listeners: Map<string, Set<() => void>>;
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  isOnline = true;
  listeners = new Map();
  vi.stubGlobal("navigator", {
    get onLine() {
      return isOnline;
    },
  });
  vi.stubGlobal("addEventListener", (event: string, handler: () => void) =>
    listeners.set(event, (listeners.get(event) ?? new Set()).add(handler)),
  );
  vi.stubGlobal("removeEventListener", (event: string, handler: () => void) => listeners.get(event)?.delete(handler));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const setOnline = (online: boolean) => {
  isOnline = online;
  for (const handler of [...(listeners.get(online ? "online" : "offline") ?? [])]) handler();
};

const error = (code: "network" | "aborted" | "file_type_not_allowed" | "rate_limited", retryAfter?: number) => {
  const status = { network: null, aborted: null, file_type_not_allowed: 415, rate_limited: 429 }[code];
  return new DeskbellError(
    { code, message: "", status, requestId: null, fields: {} },
    { retryAfter: retryAfter ?? null },
  );
};

/** A server that answers when it is told to. */
const files = {
  upload: (file: Blob, input: { name: string; clientId?: string }, options: UploadOptions = {}) =>
    new Promise<Attachment>((resolve, reject) => {
      options.signal?.addEventListener("abort", () => reject(error("aborted")));
      sent.push({
        name: input.name,
        clientId: input.clientId,
        options,
        arrive: () => resolve({ id: input.name, name: input.name, size: file.size } as Attachment),
        fail: (code, retryAfter) => reject(error(code, retryAfter)),
      });
    }),
};
const pick = (...names: string[]) => names.map((name) => new File(["words"], name));
const settled = () => vi.advanceTimersByTimeAsync(0);
const states = (uploads: ReturnType<typeof createUploads>) =>
  uploads.get().map(({ file, state }) => `${file.name} ${state}`);

describe("uploads", () => {
  it("go two at a time, tell how far they are, and are taken in the order they were picked", async () => {
    const uploads = createUploads({ files });
    uploads.add(pick("a", "b", "c"));
    expect(states(uploads)).toEqual(["a uploading", "b uploading", "c waiting"]);
    sent[0]?.options.onProgress?.(0.5);
    expect(uploads.get()[0]?.progress).toBe(0.5);
    sent[1]?.arrive();
    await settled();
    expect(states(uploads)).toEqual(["a uploading", "b done", "c uploading"]);
    sent[2]?.arrive();
    sent[0]?.arrive();
    await settled();
    expect(uploads.take().map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(uploads.get()).toEqual([]);
  });

  it("pause without a network and go on with the same id, so that nothing arrives twice", async () => {
    const uploads = createUploads({ files });
    uploads.add(pick("a"));
    setOnline(false);
    await settled();
    expect(sent[0]?.options.signal?.aborted).toBe(true);
    expect(states(uploads)).toEqual(["a waiting"]);
    uploads.add(pick("b"));
    expect(sent).toHaveLength(1);
    setOnline(true);
    expect(states(uploads)).toEqual(["a uploading", "b uploading"]);
    expect(sent[1]?.clientId).toBe(sent[0]?.clientId);
  });

  it("are tried again by themselves when the network failed, not before the server's wish", async () => {
    const uploads = createUploads({ files });
    uploads.add(pick("a"));
    sent[0]?.fail("network");
    await settled();
    expect(uploads.get()[0]).toMatchObject({ state: "waiting", error: { code: "network" } });
    await vi.advanceTimersByTimeAsync(600);
    sent[1]?.fail("rate_limited", 9000);
    await vi.advanceTimersByTimeAsync(8000);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1100);
    expect(sent).toHaveLength(3);
    sent[2]?.arrive();
    await settled();
    expect(uploads.get()[0]).toMatchObject({ state: "done", error: null });
  });

  it("that are refused stay, say why, and go when asked or thrown away", async () => {
    const uploads = createUploads({ files });
    uploads.add(pick("a", "b"));
    for (const each of sent) each.fail("file_type_not_allowed");
    await settled();
    expect(states(uploads)).toEqual(["a failed", "b failed"]);
    uploads.retry(uploads.get()[0]?.clientId ?? "");
    uploads.remove(uploads.get()[1]?.clientId ?? "");
    expect(states(uploads)).toEqual(["a uploading"]);
    expect(uploads.take()).toEqual([]);
  });

  it("that can only be refused are not sent", () => {
    const uploads = createUploads({ files, maxBytes: 4 });
    uploads.add([...pick("large"), new File([], "empty")]);
    expect(uploads.get().map(({ error }) => error?.code)).toEqual(["file_too_large", "file_empty"]);
    expect(sent).toEqual([]);
  });

  it("are ten at most", () => {
    const uploads = createUploads({ files });
    expect(uploads.add(pick(..."abcdefgh"))).toBe(8);
    expect(uploads.add(pick(..."ijkl"))).toBe(2);
    expect(uploads.get()).toHaveLength(10);
  });

  it("that are thrown away stop, and leave no listener and no timer", async () => {
    const uploads = createUploads({ files });
    uploads.add(pick("a", "b", "c"));
    sent[0]?.fail("network");
    await settled();
    uploads.clear();
    await settled();
    expect(sent[1]?.options.signal?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    expect([...listeners.values()].map(({ size }) => size)).toEqual([0, 0]);
    setOnline(true);
    expect(uploads.get()).toEqual([]);
    expect(sent).toHaveLength(3);
  });
});
