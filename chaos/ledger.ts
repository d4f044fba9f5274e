import type { Message } from "@deskbell/sdk";

/** Somebody's line, as it was typed: its body names its writer and is the `nth` of theirs. */
export interface Line {
  of: "message" | "note";
  body: string;
  writer: string;
  nth: number;
  /** The code of the server's refusal, after which its writer threw it away; `null` while it is to arrive. */
  refused: string | null;
}

/** What was tried with a stored message. */
export interface Change {
  /** As it was typed. */
  line: string;
  /** What it may say now; nothing, once it is deleted. */
  tried: ReadonlySet<string>;
  /** The latest state that was acknowledged; `null`: no change was. */
  known: Message | null;
}

/** What the clients were told, to be held against the database in the end. */
export interface Ledger {
  /** A new line of this writer; `words` come first in its body. */
  type(writer: string, words: string, of?: Line["of"]): string;
  refuse(body: string, code: string): void;
  /** The server said that this is stored. Two of its answers that contradict each other are kept as wrong. */
  acknowledge(message: Message): void;
  /** Other words for it, never the same twice. */
  reword(message: Message): string;
  /** It is about to be made to say this; nothing deletes it. */
  tryChange(message: Message, body: string): void;
  /** The server said that this is what the message is now. */
  acknowledgeChange(message: Message): void;
  /** By the message's id. */
  changes(): ReadonlyMap<string, Change>;
  /** Something that must not happen was seen by a client. */
  wrong(what: string): void;
  lines(): readonly Line[];
  acknowledged(): readonly Message[];
  wrongs(): readonly string[];
}

export function createLedger(): Ledger {
  const lines = new Map<string, Line>();
  const counts = new Map<string, number>();
  const acknowledged = new Map<string, Message>();
  const wrongs = new Set<string>();
  const changes = new Map<string, Change & { tried: Set<string> }>();
  let rewordings = 0;
  return {
    type(writer, words, of = "message") {
      const nth = (counts.get(writer) ?? 0) + 1;
      counts.set(writer, nth);
      const body = `${words} #${writer}-${nth}`;
      lines.set(body, { of, body, writer, nth, refused: null });
      return body;
    },
    refuse(body, code) {
      const line = lines.get(body);
      if (line) line.refused = code;
    },
    acknowledge(message) {
      const key = `${message.conversationId}/${message.clientId ?? message.id}`;
      const before = acknowledged.get(key);
      if (before && (before.id !== message.id || before.seq !== message.seq)) {
        wrongs.add(`The same request was answered with seq ${before.seq} and with seq ${message.seq}: ${message.body}`);
      }
      acknowledged.set(key, message);
    },
    reword: ({ body }) => `${body.replace(/ \(edit \d+\)$/, "")} (edit ${++rewordings})`,
    tryChange({ id, body: line }, body) {
      const change = changes.get(id) ?? { line, tried: new Set(), known: null };
      change.tried.add(body);
      changes.set(id, change);
    },
    acknowledgeChange(message) {
      const change = changes.get(message.id);
      if (!change) return void wrongs.add(`A change of "${message.body}" was answered that nobody asked for`);
      if ((change.known?.changeSeq ?? 0) < message.changeSeq) change.known = message;
    },
    changes: () => changes,
    wrong: (what) => void wrongs.add(what),
    lines: () => [...lines.values()],
    acknowledged: () => [...acknowledged.values()],
    wrongs: () => [...wrongs],
  };
}
