import { shownProactiveSchema, showProactiveSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { showProactive } from "./show-proactive.ts";

export function proactiveRoutes(api: Api): void {
  api.contact(
    {
      method: "POST",
      path: "/v1/proactive",
      summary: "Ask whether a proactive message may be shown to me",
      limit: "changes",
      body: showProactiveSchema,
      example: { ruleId: "r-7d3f9a10" },
      answer: shownProactiveSchema,
    },
    ({ ctx, body }) => showProactive(ctx, body),
  );
}
