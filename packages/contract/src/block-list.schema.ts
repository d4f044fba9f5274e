import { z } from "zod";
import type { BlockListEntry, BlocksQuery, CreateBlock } from "./block-list.ts";
import { exactly } from "./exactly.ts";
import { idSchema, pageQueryShape, timeSchema } from "./page.schema.ts";

const notation = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

/** Wider ones would keep half the world out by a slip of the finger. */
const isNarrowNetwork = (network: string): boolean => {
  if (!notation.safeParse(network).success) return false;
  const prefix = network.split("/")[1];
  return prefix === undefined || Number(prefix) >= (network.includes(":") ? 16 : 8);
};

export const blockListEntrySchema = exactly<BlockListEntry>()(
  z
    .object({
      id: idSchema,
      contactId: idSchema.nullable(),
      network: z.string().nullable(),
      reason: z.string().nullable(),
      createdAt: timeSchema,
    })
    .meta({ id: "BlockListEntry" }),
);
export const blocksQuerySchema = exactly<BlocksQuery>()(
  z.strictObject({ ...pageQueryShape, contactId: idSchema.optional() }),
);
export const createBlockSchema = exactly<CreateBlock>()(
  z
    .strictObject({
      contactId: idSchema.optional(),
      network: z
        .string()
        .max(49)
        .refine(isNarrowNetwork, "An address, or a network of at most a /8 (IPv4) or /16 (IPv6).")
        .optional(),
      reason: z.string().trim().min(1).max(500).optional(),
    })
    .refine(({ contactId, network }) => (contactId === undefined) !== (network === undefined), {
      message: "Either a contact or a network.",
      path: ["contactId"],
    }),
);
