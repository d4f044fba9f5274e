import { type OpenSocket, openSocketIo, type SocketLike } from "@deskbell/sdk";

/** How long a WebSocket may take to be of use. */
const patience = 10_000;
/** How long it is the server that is to blame, not the way, where one has been of use before: a server that restarts refuses, too. */
const trust = 60_000;

type Listener = (...args: never[]) => void;

/**
 * The little of Socket.IO that a contact needs, over one WebSocket: https://socket.io/docs/v4/socket-io-protocol/. Where that does not get
 * through, Socket.IO's own client takes over, with long polling.
 */
export const openSocket: OpenSocket = async (options) => {
  const { origin, pathname: namespace } = new URL(options.url);
  const address = `${origin.replace("http", "ws")}${options.path}/?EIO=4&transport=websocket`;
  const listeners = new Map<string, Listener>();
  let hearAny: (event: string, ...args: unknown[]) => void = () => {};
  let wire: WebSocket | null = null;
  let substitute: SocketLike | null = null;
  let substituting = false;
  let wanted = false;
  let connected = false;
  let trustedUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Without a word for so long, nobody is there: the server pings. */
  let silence = patience;

  const tell = (event: string, ...args: unknown[]) => listeners.get(event)?.(...(args as never[]));
  const fail = (message = "unavailable") => tell("connect_error", new Error(message));

  function drop(): boolean {
    const was = connected;
    connected = false;
    clearTimeout(timer);
    if (wire) {
      wire.onclose = wire.onmessage = null;
      wire.close();
    }
    wire = null;
    return was;
  }

  function lose(): void {
    if (drop()) {
      trustedUntil = Date.now() + trust;
      tell("disconnect");
    } else if (Date.now() < trustedUntil) fail();
    else void substitution();
  }

  async function substitution(): Promise<void> {
    // Asked to connect anew while it is on its way: two of them would both go on.
    if (substituting) return;
    substituting = true;
    try {
      // Does the server answer at all? If not, then WebSocket is not to blame.
      await fetch(`${origin}/healthz`, { mode: "no-cors", signal: AbortSignal.timeout(patience) });
      substituteBy(await openSocketIo(options, ["polling"]));
    } catch {
      fail();
    }
    substituting = false;
  }

  function substituteBy(socket: SocketLike): void {
    if (connected) return;
    drop();
    substitute = socket;
    for (const [event, listener] of listeners) socket.on(event, listener);
    socket.onAny(hearAny);
    if (wanted) socket.connect();
  }

  function watch(): void {
    clearTimeout(timer);
    timer = setTimeout(lose, silence);
  }

  function hear({ data }: MessageEvent<string>): void {
    if (connected) watch();
    if (data === "2") wire?.send("3");
    else if (data.startsWith("0")) {
      const { pingInterval, pingTimeout } = JSON.parse(data.slice(1));
      silence = pingInterval + pingTimeout;
      options.auth((auth) => wire?.send(`40${namespace},${JSON.stringify(auth)}`));
    } else {
      const kind = data.slice(0, 2);
      const body = data.slice(namespace.length + 3);
      if (kind === "40") {
        connected = true;
        watch();
        tell("connect");
      } else if (kind === "42") {
        const [event, ...args] = JSON.parse(body);
        hearAny(event, ...args);
      } else if (kind === "44") {
        drop();
        fail(JSON.parse(body).message);
        // Sent away: by the namespace, or with the whole connection.
      } else if (kind === "41" || data === "1") lose();
    }
  }

  return {
    get connected() {
      return substitute?.connected ?? connected;
    },
    get active() {
      return substitute?.active ?? false;
    },
    on: (event, listener) => listeners.set(event, listener),
    onAny(listener) {
      hearAny = listener;
    },
    emit(event, ...args) {
      if (substitute) substitute.emit(event, ...args);
      else wire?.send(`42${namespace},${JSON.stringify([event, ...args])}`);
    },
    connect() {
      wanted = true;
      if (substitute) return substitute.connect();
      drop();
      silence = patience;
      wire = new WebSocket(address);
      wire.onmessage = hear;
      wire.onclose = lose;
      watch();
    },
    disconnect() {
      wanted = false;
      if (substitute) substitute.disconnect();
      else if (drop()) tell("disconnect");
    },
  };
};
