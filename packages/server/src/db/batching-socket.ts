import { Socket } from "node:net";

/** Sends what is written in one turn of the event loop at once: each write by itself would cost a system call. */
export class BatchingSocket extends Socket {
  // pg corks the socket for each statement.
  override uncork(): void {
    process.nextTick(() => super.uncork());
  }

  override _writev(chunks: { chunk: Buffer }[], callback: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), asItIs, callback);
  }
}

// Streams say so of buffers; the types know encodings of text only.
const asItIs = "buffer" as BufferEncoding;
