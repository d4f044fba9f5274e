import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A JSON request by {@link Connection}. Throws on any status but 2xx. */
export const post = <T>(url: string, token: string | null, body: object): Promise<T> =>
  send(url, "POST", token, JSON.stringify(body));

export const get = <T>(url: string, token: string): Promise<T> => send(url, "GET", token, "");

const free = new Map<string, Connection[]>();

async function send<T>(url: string, method: string, token: string | null, body: string): Promise<T> {
  const { host, hostname, port, pathname, search } = new URL(url);
  const pool = free.get(host) ?? [];
  free.set(host, pool);
  const connection = pool.pop() ?? (await Connection.open(hostname, Number(port)));
  const authorization = token ? `authorization: Bearer ${token}\r\n` : "";
  const content = body ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` : "";
  const head = `${method} ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\n${authorization}${content}\r\n`;
  const answer = await connection.ask(head + body).catch((error: unknown) => {
    // A kept connection that the server was just closing: asking again is harmless, creates have a clientId.
    if (connection.isUsed) return null;
    throw error;
  });
  if (!answer) return send(url, method, token, body);
  connection.isUsed = true;
  if (!connection.isOver) pool.push(connection);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.body}`);
  return JSON.parse(answer.body || "null");
}

interface Answer {
  status: number;
  body: string;
}

/**
 * HTTP/1.1 on a socket of its own, one request after the other, and no more of it than the server under test answers with: the load shares the
 * machine with what it measures, and `node:http` would cost it more than all else.
 */
class Connection {
  isUsed = false;
  isOver = false;
  readonly #socket: Socket;
  #heard: Buffer = Buffer.alloc(0);
  #settle: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;

  static async open(host: string, port: number): Promise<Connection> {
    const socket = connect({ host, port, noDelay: true });
    await once(socket, "connect");
    return new Connection(socket);
  }

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => this.#hear(chunk));
    socket.on("error", (error) => this.#end(error));
    socket.on("close", () => this.#end(new Error("The server closed the connection")));
  }

  ask(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.isOver) return reject(new Error("The server closed the connection"));
      this.#settle = { resolve, reject };
      this.#socket.write(request);
    });
  }

  #hear(chunk: Buffer): void {
    const heard = this.#heard.length > 0 ? Buffer.concat([this.#heard, chunk]) : chunk;
    const end = heard.indexOf("\r\n\r\n") + 4;
    const head = heard.toString("latin1", 0, Math.max(end, 0)).toLowerCase();
    const length = Number(/\r\ncontent-length: (\d+)/.exec(head)?.[1] ?? 0);
    if (end < 4 || heard.length < end + length) {
      this.#heard = heard;
      return;
    }
    this.#heard = Buffer.alloc(0);
    this.isOver ||= head.includes("\r\nconnection: close");
    if (head.includes("\r\ntransfer-encoding:")) this.#settle?.reject(new Error("The load reads no chunked answers"));
    else this.#settle?.resolve({ status: Number(head.slice(9, 12)), body: heard.toString("utf8", end, end + length) });
    this.#settle = null;
  }

  #end(error: Error): void {
    this.isOver = true;
    this.#settle?.reject(error);
    this.#settle = null;
  }
}
