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
