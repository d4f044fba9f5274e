import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** The harmless file that every scanner calls malware. In two halves, or scanners would remove this file. */
export const eicar = `${"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"}${"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"}`;

/** A server that speaks clamd's INSTREAM and knows one signature. */
export interface ClamdServer {
  url: string;
  /** How many streams it has looked at. */
  readonly scans: number;
  close(): Promise<void>;
}

/** `maxBytes` as clamd's StreamMaxLength; `port` to come back where another was. */
export async function startClamdServer({ maxBytes = 1 << 26, port = 0 } = {}): Promise<ClamdServer> {
  let scans = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let pending = Buffer.alloc(0);
    let content = Buffer.alloc(0);
    let isStreaming = false;
    const answer = (line: string) => socket.end(`${line}\0`);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (data: Buffer) => {
      pending = Buffer.concat([pending, data]);
      if (!isStreaming) {
        const end = pending.indexOf(0);
        if (end < 0) return;
        if (pending.subarray(0, end).toString() !== "zINSTREAM") return answer("UNKNOWN COMMAND");
        pending = pending.subarray(end + 1);
        isStreaming = true;
      }
      while (pending.length >= 4) {
        const length = pending.readUInt32BE();
        if (length === 0) {
          scans += 1;
          return answer(content.includes(eicar) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
        }
        if (pending.length < 4 + length) return;
        content = Buffer.concat([content, pending.subarray(4, 4 + length)]);
        pending = pending.subarray(4 + length);
        if (content.length > maxBytes) return answer("INSTREAM size limit exceeded. ERROR");
      }
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get scans() {
      return scans;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
