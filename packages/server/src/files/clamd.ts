import { connect } from "node:net";
import type { Readable } from "node:stream";

/** Looks for malware in a stream. Throws when it cannot say: nothing is clean for want of an answer. */
export interface Scanner {
  /** The name of what was found, or `null`. */
  scan(content: Readable): Promise<string | null>;
}

const answerSeconds = 120;
const chunkBytes = 64 * 1024;

/** Speaks clamd's INSTREAM: chunks, each behind its length in four bytes, an empty one at the end; then one line comes back. */
export function createClamd(url: string): Scanner {
  const { protocol, hostname, port, pathname } = new URL(url);
  const address = protocol === "unix:" ? { path: pathname } : { host: hostname, port: Number(port || 3310) };
  return {
    scan: async (content) => {
      const socket = connect(address);
      socket.setTimeout(answerSeconds * 1000, () => socket.destroy(new Error("clamd did not answer in time")));
      const answer = new Promise<string>((resolve, reject) => {
        let text = "";
        socket.on("data", (data: Buffer) => {
          text += data.toString("latin1");
        });
        socket.on("close", () => (text ? resolve(text) : reject(new Error("clamd closed without an answer"))));
        socket.on("error", reject);
      });
      content.on("error", (error) => socket.destroy(error));
      // It may refuse, and answer, while it is still being sent to: the answer below is what counts.
      const sent = send(socket, content).catch(() => undefined);
      try {
        return verdictOf(await answer);
      } finally {
        content.destroy();
        socket.destroy();
        await sent;
      }
    },
  };
}

async function send(socket: ReturnType<typeof connect>, content: Readable): Promise<void> {
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => void socket.write(bytes, (error) => (error ? reject(error) : resolve())));
  await write(Buffer.from("zINSTREAM\0"));
  for await (const data of content as AsyncIterable<Buffer>) {
    for (let at = 0; at < data.length; at += chunkBytes) {
      const chunk = data.subarray(at, at + chunkBytes);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      await write(Buffer.concat([length, chunk]));
    }
  }
  await write(Buffer.alloc(4));
}

function verdictOf(answer: string): string | null {
  const line = answer.replace(/\0.*$/s, "").trim();
  if (line === "stream: OK") return null;
  const found = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (found) return found;
  throw new Error(`clamd answered: ${line.slice(0, 200)}`);
}
