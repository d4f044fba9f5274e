import type { Attachment } from "@deskbell/sdk";
import type { ComponentType } from "preact";

/** The files that are to go with one message. What it is made of comes with the first file. */
export interface Tray {
  /** Tells after every change. */
  readonly View: ComponentType<{ changed(by: undefined): void }>;
  /** Whether there is something in it to send. */
  isFilled(): boolean;
  add(files: Iterable<File>): void;
  /** Whether sending has to wait for files on their way; then it calls `send` when all have arrived. */
  holds(send: () => void): boolean;
  /** What has arrived. */
  arrived(): Attachment[];
  /** What has arrived; it is gone from here. */
  take(): Attachment[];
}
