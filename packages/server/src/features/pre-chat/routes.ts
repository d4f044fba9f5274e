import { wordsIn } from "@deskbell/contract";
import { preChatQuerySchema, preChatSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { listAsked, presentAsked } from "./questions.ts";

export function preChatRoutes(api: Api): void {
  api.contact(
    {
      method: "GET",
      path: "/v1/pre-chat",
      summary: "What I am asked before my next conversation",
      query: preChatQuerySchema,
      queryExample: { locale: "de" },
      answer: preChatSchema,
    },
    ({ ctx, query }) =>
      transact(ctx, async (tx) => {
        const { channel, asked } = await listAsked(tx);
        const locales = [query.locale, channel.settings.locale];
        const intro = channel.preChat?.intro;
        return {
          intro: intro && asked.length > 0 ? wordsIn(intro, ...locales) : null,
          questions: asked.map((field) => presentAsked(field, ...locales)),
        };
      }),
  );
}
