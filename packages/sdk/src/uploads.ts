import { type Attachment, attachmentsMax } from "@deskbell/contract";
import { backoff } from "./backoff.ts";
import { createClientId } from "./client-id.ts";
import { DeskbellError, toDeskbellError } from "./deskbell-error.ts";
import { createCell, type Observable } from "./observable.ts";
import type { FilesResource } from "./resources/files.ts";

/** A file that was picked, pasted or dropped, on its way to the server. */
export interface Upload {
  clientId: string;
  file: File;
  /** `waiting`: for its turn, or for the network. `failed`: refused; `retry` or `remove` it. */
  state: "waiting" | "uploading" | "done" | "failed";
  /** 0 to 1. */
  progress: number;
  /** Why it failed, or why the last attempt did not get through. */
  error: DeskbellError | null;
  /** Once it is `done`. */
  attachment: Attachment | null;
}

/** Whether trying it again may help: what the file itself is refused for stays as it is. */
export const mayRetry = ({ state, error }: Upload): boolean => state === "failed" && !error?.code.startsWith("file_");

/** Whether it waits for the network rather than for its turn. */
export const isHeldUp = ({ state, error }: Upload): boolean =>
  state === "waiting" && (error !== null || globalThis.navigator?.onLine === false);

export interface UploadsConfig {
  files: FilesResource;
  /** In bytes; what is larger fails here, before it costs anybody time. Default: what the server says. */
  maxBytes?: number;
}

/** The files that are to go with one message. They live as long as the page: words are kept in storage, files cannot be. */
export interface Uploads extends Observable<readonly Upload[]> {
  /** Starts uploading, as far as a message has room. Returns how many it took. */
  add(files: Iterable<File>): number;
  /** Starts a failed one again. */
  retry(clientId: string): void;
  /** Stops it where it has not arrived. */
  remove(clientId: string): void;
  /** The finished ones, in their order, for `thread.send`; they are gone from here. */
  take(): Attachment[];
  /** Stops all and forgets them. */
  clear(): void;
}

const AT_ONCE = 2;

/** Uploads files one or two at a time; pauses while there is no network, and goes on by itself. */
export function createUploads({ files, maxBytes = Number.POSITIVE_INFINITY }: UploadsConfig): Uploads {
  const uploads = createCell<readonly Upload[]>([]);
  const running = new Map<string, AbortController>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const attempts = new Map<string, number>();

  const find = (clientId: string) => uploads.get().find((upload) => upload.clientId === clientId);
  const change = (clientId: string, changes: Partial<Upload>) =>
    uploads.set(uploads.get().map((upload) => (upload.clientId === clientId ? { ...upload, ...changes } : upload)));

  function next(): void {
    if (isOffline()) return;
    for (const { clientId, state } of uploads.get()) {
      if (running.size >= AT_ONCE) return;
      if (state === "waiting" && !running.has(clientId) && !timers.has(clientId)) void run(clientId);
    }
  }

  async function run(clientId: string): Promise<void> {
    const upload = find(clientId);
    if (!upload) return;
    const controller = new AbortController();
    running.set(clientId, controller);
    change(clientId, { state: "uploading", progress: 0 });
    try {
      const attachment = await files.upload(
        upload.file,
        { clientId, name: upload.file.name || "file" },
        { signal: controller.signal, onProgress: (progress) => change(clientId, { progress }) },
      );
      change(clientId, { state: "done", progress: 1, error: null, attachment });
    } catch (thrown) {
      settle(clientId, toDeskbellError(thrown));
    } finally {
      running.delete(clientId);
      next();
    }
  }

  function settle(clientId: string, error: DeskbellError): void {
    // Stopped here, for want of a network; or removed, and then there is nothing to change.
    if (error.code === "aborted") change(clientId, { state: "waiting" });
    else if (error.temporary || error.code === "upload_incomplete") wait(clientId, error);
    else change(clientId, { state: "failed", error });
  }

  function wait(clientId: string, error: DeskbellError): void {
    const attempt = attempts.get(clientId) ?? 0;
    attempts.set(clientId, attempt + 1);
    const ms = Math.max(error.retryAfter ?? 0, backoff(attempt));
    timers.set(clientId, setTimeout(resume, ms, clientId));
    change(clientId, { state: "waiting", error });
  }

  function resume(clientId: string): void {
    clearTimeout(timers.get(clientId));
    timers.delete(clientId);
    next();
  }

  const pause = () => {
    for (const controller of running.values()) controller.abort();
  };
  const goOn = () => {
    for (const clientId of [...timers.keys()]) resume(clientId);
    next();
  };

  function listen(): void {
    const isBusy = uploads.get().some(({ state }) => state === "waiting" || state === "uploading");
    for (const [event, handler] of [["offline", pause] as const, ["online", goOn] as const]) {
      globalThis.removeEventListener?.(event, handler);
      if (isBusy) globalThis.addEventListener?.(event, handler);
    }
  }
  uploads.subscribe(listen);

  function drop(clientIds: readonly string[]): void {
    uploads.set(uploads.get().filter((upload) => !clientIds.includes(upload.clientId)));
    for (const clientId of clientIds) {
      running.get(clientId)?.abort();
      clearTimeout(timers.get(clientId));
      timers.delete(clientId);
      attempts.delete(clientId);
    }
  }

  return {
    get: uploads.get,
    subscribe: uploads.subscribe,
    add(picked) {
      const room = attachmentsMax - uploads.get().length;
      const taken = [...picked].slice(0, room);
      uploads.set([...uploads.get(), ...taken.map((file) => begin(file, maxBytes))]);
      next();
      return taken.length;
    },
    retry(clientId) {
      if (find(clientId)?.state !== "failed") return;
      change(clientId, { state: "waiting", error: null });
      next();
    },
    remove: (clientId) => drop([clientId]),
    take() {
      const done = uploads.get().filter(({ state }) => state === "done");
      drop(done.map(({ clientId }) => clientId));
      return done.flatMap(({ attachment }) => attachment ?? []);
    },
    clear: () => drop(uploads.get().map(({ clientId }) => clientId)),
  };
}

function begin(file: File, maxBytes: number): Upload {
  const refusal = file.size > maxBytes ? "file_too_large" : file.size === 0 ? "file_empty" : null;
  return {
    clientId: createClientId(),
    file,
    state: refusal ? "failed" : "waiting",
    progress: 0,
    error: refusal && refuse(refusal),
    attachment: null,
  };
}

/** As the server would have said it. */
const refuse = (code: "file_too_large" | "file_empty"): DeskbellError =>
  new DeskbellError({ code, ...refusals[code], requestId: null, fields: {} });

const refusals = {
  file_too_large: { status: 413, message: "This file is larger than what is accepted here." },
  file_empty: { status: 422, message: "This file is empty." },
};

const isOffline = (): boolean => globalThis.navigator?.onLine === false;
