import { blockListEntrySchema, blocksQuerySchema, createBlockSchema, pageOf, pathId } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { createBlock } from "./create-block.ts";
import { deleteBlock } from "./delete-block.ts";
import { listBlocks } from "./list-blocks.ts";

export function blockRoutes(api: Api): void {
  api.team(
    {
      method: "GET",
      path: "/v1/agent/blocks",
      summary: "List who is kept out",
      role: "agent",
      query: blocksQuerySchema,
      answer: pageOf(blockListEntrySchema),
    },
    ({ ctx, query }) => listBlocks(ctx, query),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/blocks",
      summary: "Keep a contact or a network out",
      role: "admin",
      body: createBlockSchema,
      example: { contactId: "01980000-0000-7000-8000-000000000000", reason: "Threats" },
      answer: blockListEntrySchema,
      creates: true,
    },
    ({ ctx, body }) => createBlock(ctx, body),
  );
  api.team(
    {
      method: "DELETE",
      path: "/v1/agent/blocks/:id",
      summary: "Let them in again",
      role: "admin",
      params: pathId,
    },
    ({ ctx, params }) => deleteBlock(ctx, params.id),
  );
}
