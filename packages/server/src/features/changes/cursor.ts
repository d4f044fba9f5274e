import { z } from "zod";
import { AppError } from "../../app-error.ts";
import { isSnapshot, type Snapshot } from "./snapshot.ts";

const transactionId = z.string().regex(/^\d{1,19}$/);
const snapshot = z.string().refine(isSnapshot);
/** The last row of a page; `null` before the first page, `"end"` when all of them were read. */
const position = z.union([z.tuple([transactionId, z.uuid()]), z.literal("end")]).nullable();
export type Position = z.infer<typeof position>;

export interface ChangeCursor {
  /** The cluster whose transactions these are: another's numbers mean nothing here. */
  cluster: string;
  /** The contact or workspace that it was given to. */
  reader: string;
  /** What could be seen then has been read. */
  since: Snapshot;
  /** Where a reading of several pages stands; `next` is `since` once it is through. */
  page: { next: Snapshot; until: string; conversations: Position; tickets: Position } | null;
}

/** Without names, to be short. */
const wire = z.tuple([
  z.string(),
  z.uuid(),
  snapshot,
  z.tuple([snapshot, transactionId, position, position]).nullable(),
]);

export function encodeChangeCursor({ cluster, reader, since, page }: ChangeCursor): string {
  const value: z.infer<typeof wire> = [
    cluster,
    reader,
    since,
    page && [page.next, page.until, page.conversations, page.tickets],
  ];
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

export function decodeChangeCursor(text: string): ChangeCursor {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    const [cluster, reader, since, page] = wire.parse(value);
    if (!page) return { cluster, reader, since, page };
    const [next, until, conversations, tickets] = page;
    return { cluster, reader, since, page: { next, until, conversations, tickets } };
  } catch {
    throw new AppError("invalid_input", { cursor: "Not a cursor of changes." });
  }
}
