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
  /** The first message of a new conversation was stored. */
  conversationStarted: EventBase<"conversationStarted"> & { conversationId: string };
  /** `count`: messages the visitor has not seen. */
  unreadCountChange: EventBase<"unreadCountChange"> & { count: number };
  /** Somebody of the team has come, or the last one has gone. Also when it is first known, which is when the panel opens or a conversation is under way. */
  availabilityChange: EventBase<"availabilityChange"> & { available: boolean };
  /** A proactive message is shown beside the launcher. */
  proactiveShown: EventBase<"proactiveShown"> & { ruleId: string };
  /** Something did not work. `code` is stable: one of the SDK's error codes. */
  error: EventBase<"error"> & { code: string; message: string };
}

export type DeskbellEventName = keyof DeskbellPageEvents;

/** What an event says beside its id, type and time. */
export type EventDetail<E extends DeskbellEventName> = Omit<DeskbellPageEvents[E], keyof EventBase<E>>;

export interface PageEvents {
  on<E extends DeskbellEventName>(name: E, handler: (event: DeskbellPageEvents[E]) => void): () => void;
  /** Without a handler: all of this name; without a name: all. */
  off(name?: DeskbellEventName, handler?: (event: never) => void): void;
  /** Without `detail`: those that say no more. */
  emit<E extends DeskbellEventName>(name: E, detail?: EventDetail<E>): void;
}

const prefix = "deskbell:";

/** The page's events are DOM events on `window`; a fault in one handler is the page's to see and stops no other. */
export function createPageEvents(): PageEvents {
  const known: [name: string, handler: unknown, listener: (event: Event) => void][] = [];
  let count = Date.now();
  const off: PageEvents["off"] = (name, handler) => {
    for (const [itsName, itsHandler, listener] of known) {
      if (name && (name !== itsName || (handler && handler !== itsHandler))) continue;
      removeEventListener(prefix + itsName, listener);
    }
  };
  return {
    on(name, handler) {
      const listener = (event: Event) => handler((event as CustomEvent).detail);
      known.push([name, handler, listener]);
      addEventListener(prefix + name, listener);
      return () => off(name, handler);
    },
    off,
    emit(type, detail) {
      const createdAt = new Date().toISOString();
      dispatchEvent(new CustomEvent(prefix + type, { detail: { id: `${count++}`, type, createdAt, ...detail } }));
    },
  };
}
