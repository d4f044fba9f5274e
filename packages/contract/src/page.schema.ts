import { z } from "zod";
import { exactly } from "./exactly.ts";
import type { PageQuery } from "./page.ts";

export const pageQueryShape = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number<string>().int().min(1).max(100).optional(),
};
export const pageQuerySchema = exactly<PageQuery>()(z.strictObject(pageQueryShape));

export const pageOf = <S extends z.ZodType>(row: S) =>
  z.object({ data: z.array(row), nextCursor: z.string().nullable() });

/** Ids are UUIDv7 in lower case. */
export const idSchema = z.uuid();
/** Chosen by the client, unique within what it is created in; repeating it answers with the first result. */
export const clientIdSchema = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[\w-]+$/);
export const timeSchema = z.iso.datetime();
export const pathId = z.strictObject({ id: idSchema });
