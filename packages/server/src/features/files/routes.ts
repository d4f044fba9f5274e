import { attachmentSchema, uploadFileSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { uploadFile } from "./upload-file.ts";

export function fileRoutes(api: Api): void {
  const queryExample = { clientId: "f-7d3f9a20", name: "screenshot.png" };
  api.contact(
    {
      method: "POST",
      path: "/v1/files",
      summary: "Upload a file to attach to a message",
      limit: "files",
      query: uploadFileSchema,
      queryExample,
      streams: true,
      answer: attachmentSchema,
      creates: true,
    },
    ({ ctx, query, stream }) => uploadFile(ctx, query, stream),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/files",
      summary: "Upload a file to attach to an answer",
      limit: "files",
      query: uploadFileSchema,
      queryExample,
      streams: true,
      answer: attachmentSchema,
      creates: true,
    },
    ({ ctx, query, stream }) => uploadFile(ctx, query, stream),
  );
}
