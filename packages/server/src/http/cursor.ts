import { z } from "zod";
import { AppError } from "../app-error.ts";
import { findUnstorable } from "./unstorable.ts";

/** What a list sorts by. The database refuses other text as a time or number: a forged cursor must not get there. */
const sortValues = {
  text: z.string().refine((text) => findUnstorable(text) === null),
  time: z.iso.datetime().refine((time) => time >= "1970"),
  number: z
    .string()
    .max(40)
    .regex(/^\d+(\.\d+)?(e[-+]?\d{1,2})?$/),
};

/** Keyset cursors: the sort value and the id of a page's last row, opaque outside. */
export const encodeCursor = (sortValue: string, id: string): string =>
  Buffer.from(JSON.stringify([sortValue, id])).toString("base64url");

export function decodeCursor(cursor: string, sortedBy: keyof typeof sortValues): { sortValue: string; id: string } {
  try {
    const [sortValue, id] = z
      .tuple([sortValues[sortedBy], z.uuid()])
      .parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { sortValue, id };
  } catch {
    throw new AppError("invalid_input", { cursor: "Not a cursor of this list." });
  }
}

/** A page from one row more than asked for. */
export function pageFrom<Row, Wire>(
  rows: Row[],
  limit: number,
  present: (row: Row) => Wire,
  cursorOf: (row: Row) => string,
): { data: Wire[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { data: shown.map(present), nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}
