import { backoff } from "./backoff.ts";
import { type DeskbellError, socketError, toDeskbellError } from "./deskbell-error.ts";
import { createCell, type Observable } from "./observable.ts";

/** `connecting` also while it tries again by itself. */
export type ConnectionState = "offline" | "connecting" | "online";

/** The part of a Socket.IO client socket the SDK uses. */
export interface SocketLike {
  readonly connected: boolean;
  /** Whether it connects again by itself. */
  readonly active: boolean;
  on(event: string, listener: (...args: never[]) => void): unknown;
  onAny(listener: (event: string, ...args: unknown[]) => void): unknown;
  emit(event: string, ...args: unknown[]): unknown;
  connect(): unknown;
  disconnect(): unknown;
}

export interface OpenSocketOptions {
  /** Host and namespace, such as `https://help.example.com/contact`. */
  url: string;
  /** Where Socket.IO listens on the server. */
  path: string;
  /** Asked on every attempt. */
  auth: (give: (auth: Record<string, string>) => void) => void;
}

/** Makes a socket that is not yet connected. The default imports `socket.io-client` when it is first needed. */
export type OpenSocket = (options: OpenSocketOptions) => Promise<SocketLike>;

export interface Realtime {
  readonly connection: Observable<ConnectionState>;
  connect(): void;
  disconnect(): void;
  /** Weather only; lost when not connected. */
  signal(event: string, payload: object): void;
}

export interface RealtimeConfig {
  host: string;
  namespace: string;
  openSocket?: OpenSocket | undefined;
  auth(): Record<string, string>;
  /** Makes ready what `auth` gives. */
  prepare(): Promise<unknown>;
  /** The credential was refused: gets another. Absent: that is final. */
  renew?(): Promise<unknown>;
  onEvent(event: string, payload: unknown): void;
  /** Something may have been missed: on every connect, and now and then while sockets do not get through. */
  onResync(): void;
  /** Gave up until the next `connect`. */
  onRefused(error: DeskbellError): void;
}

const SOCKETLESS_RESYNC_MS = 5_000;
/** A page that nobody saw for so long may have slept: its socket can be dead without knowing. */
const ASLEEP_MS = 60_000;

export function createRealtime(config: RealtimeConfig): Realtime {
  const connection = createCell<ConnectionState>("offline");
  let wanted = false;
  let socket: SocketLike | null = null;
  let opening = false;
  /** A connection is being made. */
  let dialing = false;
  let attempt = 0;
  let hiddenAt = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let resyncTimer: ReturnType<typeof setInterval> | undefined;

  function show(state: ConnectionState): void {
    if (state !== "connecting") {
      clearInterval(resyncTimer);
      resyncTimer = undefined;
    } else resyncTimer ??= setInterval(config.onResync, SOCKETLESS_RESYNC_MS);
    connection.set(state);
  }

  function open(before: () => Promise<unknown> = config.prepare): void {
    clearTimeout(timer);
    if (opening) return;
    opening = true;
    void prepareAndOpen(before).finally(() => {
      opening = false;
    });
  }

  async function prepareAndOpen(before: () => Promise<unknown>): Promise<void> {
    try {
      await before();
      socket ??= await make();
      if (wanted && !socket.connected) {
        dialing = true;
        socket.connect();
      }
    } catch (thrown) {
      refused(toDeskbellError(thrown));
    }
  }

  async function make(): Promise<SocketLike> {
    const url = `${config.host.replace(/\/+$/, "")}${config.namespace}`;
    const made = await (config.openSocket ?? openSocketIo)({
      url,
      path: "/socket",
      auth: (give) => give(config.auth()),
    });
    made.on("connect", () => {
      dialing = false;
      attempt = 0;
      show("online");
      config.onResync();
    });
    made.on("disconnect", () => {
      dialing = false;
      if (!wanted) return;
      show("connecting");
      if (!made.active) later();
    });
    made.on("connect_error", (error: Error) => {
      dialing = false;
      // While active it is trouble on the way, and Socket.IO tries again by itself.
      if (wanted && !made.active) refused(socketError(error));
    });
    // What is still on its way after a goodbye is read the next time.
    made.onAny((event, payload) => wanted && config.onEvent(event, payload));
    return made;
  }

  function refused(error: DeskbellError): void {
    if (!wanted) return;
    if (error.status === 401 && config.renew && !error.code.startsWith("identity_")) later(config.renew);
    else if (error.temporary) later();
    else {
      wanted = false;
      show("offline");
      config.onRefused(error);
    }
  }

  function later(before?: () => Promise<unknown>): void {
    clearTimeout(timer);
    // The first retry is quick: a server that restarts says goodbye to everybody and is soon back.
    timer = setTimeout(() => wanted && open(before), backoff(attempt++, 200));
  }

  function hurry(): void {
    if (wanted && !socket?.connected) connectAnew();
  }

  function connectAnew(): void {
    dialing = false;
    attempt = 0;
    socket?.disconnect();
    open();
  }

  function hurryWhenSeen(): void {
    const wasHiddenAt = hiddenAt;
    hiddenAt = Date.now();
    if (globalThis.document?.visibilityState !== "visible") return;
    if (wanted && Date.now() - wasHiddenAt > ASLEEP_MS) connectAnew();
    else hurry();
  }

  return {
    connection,
    connect() {
      // What is on its way would only come later for being begun anew.
      if (wanted) return dialing ? undefined : hurry();
      wanted = true;
      attempt = 0;
      globalThis.addEventListener?.("online", hurry);
      // A page that was asleep: its timers may be far off.
      globalThis.addEventListener?.("visibilitychange", hurryWhenSeen);
      show("connecting");
      open();
    },
    disconnect() {
      wanted = false;
      clearTimeout(timer);
      globalThis.removeEventListener?.("online", hurry);
      globalThis.removeEventListener?.("visibilitychange", hurryWhenSeen);
      show("offline");
      socket?.disconnect();
    },
    signal(event, payload) {
      if (socket?.connected) socket.emit(event, payload);
    },
  };
}

/** By `socket.io-client`, which is fetched then. It connects again by itself, and polls where WebSocket does not get through. */
export const openSocketIo = async (
  { url, path, auth }: OpenSocketOptions,
  transports: ("websocket" | "polling")[] = ["websocket", "polling"],
): Promise<SocketLike> => {
  const { io } = await import("socket.io-client");
  return io(url, {
    path,
    auth,
    autoConnect: false,
    multiplex: false,
    transports,
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 10_000,
  });
};
