import type { Message } from "@deskbell/sdk";

interface EventBase<T extends string> {
  /** Unique. */
  id: string;
  type: T;
  /** ISO 8601, by the visitor's clock. */
  createdAt: string;
}

/** What the page hears, through `on()` and as DOM events `deskbell:<name>` on `window` (in `detail`). */
export interface DeskbellPageEvents {
  /** The launcher is drawn and commands take effect. */
  ready: EventBase<"ready">;
  /** The panel was opened. */
  open: EventBase<"open">;
  /** The panel was closed. */
  close: EventBase<"close">;
  /** A message was stored, from either side. */
  message: EventBase<"message"> & { message: Message };
  conversationStarted: EventBase<"conversationStarted"> & { conversationId: string };
  /** `count`: messages the visitor has not seen. */
  unreadCountChange: EventBase<"unreadCountChange"> & { count: number };
  /** Something did not work. `code` is stable: one of the SDK's error codes. */
  error: EventBase<"error"> & { code: string; message: string };
}

export type DeskbellEventName = keyof DeskbellPageEvents;

/** What an event says beside its id, type and time. */
export type EventDetail<E extends DeskbellEventName> = Omit<DeskbellPageEvents[E], keyof EventBase<E>>;

export interface PageEvents {
  on<E extends DeskbellEventName>(name: E, handler: (event: DeskbellPageEvents[E]) => void): () => void;
  off(name: DeskbellEventName, handler?: (event: never) => void): void;
  emit<E extends DeskbellEventName>(name: E, detail: EventDetail<E>): void;
}

type Handler = (event: unknown) => void;

export function createPageEvents(): PageEvents {
  let handlers: [string, Handler][] = [];
  let count = 0;
  const start = Date.now().toString(36);
  const off: PageEvents["off"] = (name, handler) => {
    handlers = handlers.filter(([on, known]) => on !== name || (handler && known !== handler));
  };
  return {
    on(name, handler) {
      handlers = [...handlers, [name, handler as Handler]];
      return () => off(name, handler);
    },
    off,
    emit(type, detail) {
      const event = { id: `${start}-${++count}`, type, createdAt: new Date().toISOString(), ...detail };
      for (const [name, handler] of handlers) {
        // A fault in the page's handler is the page's to see, not ours to stumble over.
        if (name === type) queueMicrotask(() => handler(event));
      }
      dispatchEvent(new CustomEvent(`deskbell:${type}`, { detail: event }));
    },
  };
}
