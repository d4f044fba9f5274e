import { Socket } from "node:net";
/** Sends what is written in one turn of the event loop at once: each write by itself would cost a system call. */
export declare class BatchingSocket extends Socket {
    uncork(): void;
    _writev(chunks: {
        chunk: Buffer;
    }[], callback: (error?: Error | null) => void): void;
}
