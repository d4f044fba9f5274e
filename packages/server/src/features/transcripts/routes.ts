import { pathId, sendTeamTranscriptSchema, sendTranscriptSchema, transcriptSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { presentTranscript } from "./present.ts";
import { requestTranscript } from "./request-transcript.ts";

export function transcriptRoutes(api: Api): void {
  api.contact(
    {
      method: "POST",
      path: "/v1/conversations/:id/transcript",
      summary: "Have my conversation sent by e-mail",
      limit: "transcripts",
      params: pathId,
      body: sendTranscriptSchema,
      example: { clientId: "e-7d3f9a15", email: "ada@example.com", locale: "en", timeZone: "Europe/London" },
      answer: transcriptSchema,
      creates: true,
    },
    async ({ ctx, params, body, take }) => {
      const { value, repeated } = await requestTranscript(ctx, params.id, body, (email) => take("mails", email));
      return { value: presentTranscript(value), repeated };
    },
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/conversations/:id/transcript",
      summary: "Have a conversation sent to its contact by e-mail",
      params: pathId,
      body: sendTeamTranscriptSchema,
      example: { clientId: "e-7d3f9a16", timeZone: "Europe/London" },
      answer: transcriptSchema,
      creates: true,
    },
    async ({ ctx, params, body, take }) => {
      const { value, repeated } = await requestTranscript(ctx, params.id, body, (email) => take("mails", email));
      return { value: presentTranscript(value), repeated };
    },
  );
}
