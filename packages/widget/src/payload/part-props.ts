import type { Message, ThreadState } from "@deskbell/sdk";
import type { ChatThread } from "@deskbell/sdk/chat";
import type { ComponentChildren } from "preact";

/** What the parts of a message beside its text are given. */
export interface PartProps {
  message: Message;
  thread: ChatThread;
  state: ThreadState;
  /** It is the last thing said. */
  newest: boolean;
  onDone?: () => void;
  /** Stands there until the part is here. */
  children?: ComponentChildren;
}
