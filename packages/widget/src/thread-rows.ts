import type { Message, PendingItem, ThreadItem } from "@deskbell/sdk";

/** What stands under what in a thread. */
export type Row =
  | { kind: "day"; key: string; at: string }
  | { kind: "activity"; key: string; message: Message }
  /** `last` of its author's run: carries avatar, name and time. */
  | { kind: "message"; key: string; message: Message; last: boolean }
  | { kind: "pending"; key: string; item: PendingItem };

const pause = 5 * 60_000;

/** Items in their order, with days between them and runs of one author drawn together. */
export function threadRows(items: readonly ThreadItem[]): Row[] {
  const rows: Row[] = [];
  let day = "";
  items.forEach((item, at) => {
    if (item.kind === "note") return;
    const createdAt = item.kind === "message" ? item.message.createdAt : item.createdAt;
    const itsDay = new Date(createdAt).toDateString();
    if (itsDay !== day) rows.push({ kind: "day", key: itsDay, at: createdAt });
    day = itsDay;
    if (item.kind === "pending") rows.push({ kind: "pending", key: item.clientId, item });
    else if (item.message.payload?.type === "activity") {
      rows.push({ kind: "activity", key: item.message.id, message: item.message });
    } else {
      const { message } = item;
      rows.push({
        kind: "message",
        key: message.clientId ?? message.id,
        message,
        last: endsRun(message, items[at + 1]),
      });
    }
  });
  return rows;
}

function endsRun(message: Message, next: ThreadItem | undefined): boolean {
  if (next?.kind === "pending") return message.author.kind !== "contact";
  if (next?.kind !== "message" || next.message.payload?.type === "activity") return true;
  const { author, createdAt } = next.message;
  return (
    author.kind !== message.author.kind ||
    author.id !== message.author.id ||
    Date.parse(createdAt) - Date.parse(message.createdAt) > pause
  );
}
