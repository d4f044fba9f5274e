import { z } from "zod";
import type { Block, Inline } from "./rich-text.ts";

export const inlineSchema: z.ZodType<Inline> = z
  .lazy(() =>
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("text"), text: z.string() }),
      z.object({ type: z.enum(["strong", "emphasis", "strike"]), children: z.array(inlineSchema) }),
      z.object({ type: z.literal("code"), text: z.string() }),
      z.object({ type: z.literal("link"), href: z.string(), children: z.array(inlineSchema) }),
      z.object({
        type: z.literal("article"),
        slug: z.string(),
        anchor: z.string().nullable(),
        children: z.array(inlineSchema),
      }),
      z.object({ type: z.literal("image"), src: z.string(), alt: z.string() }),
      z.object({ type: z.literal("break") }),
    ]),
  )
  .meta({ id: "Inline" });

export const blockSchema: z.ZodType<Block> = z
  .lazy(() =>
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("paragraph"), children: z.array(inlineSchema) }),
      z.object({
        type: z.literal("heading"),
        level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
        anchor: z.string(),
        children: z.array(inlineSchema),
      }),
      z.object({
        type: z.literal("list"),
        ordered: z.boolean(),
        start: z.number(),
        items: z.array(z.array(blockSchema)),
      }),
      z.object({ type: z.literal("quote"), children: z.array(blockSchema) }),
      z.object({
        type: z.literal("callout"),
        tone: z.enum(["note", "tip", "important", "warning", "caution"]),
        children: z.array(blockSchema),
      }),
      z.object({ type: z.literal("code"), language: z.string().nullable(), text: z.string() }),
      z.object({
        type: z.literal("table"),
        head: z.array(z.array(inlineSchema)),
        rows: z.array(z.array(z.array(inlineSchema))),
      }),
      z.object({ type: z.literal("rule") }),
    ]),
  )
  .meta({ id: "Block" });
