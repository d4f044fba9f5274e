import { errorTable } from "@deskbell/contract";
import { errorBodySchema } from "@deskbell/contract/schema";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { RegisteredEndpoint } from "./endpoint.ts";

const security: Record<RegisteredEndpoint["audience"], ZodOpenApiOperationObject["security"]> = {
  public: [],
  contact: [{ session: [] }],
  team: [{ apiKey: [] }, { cookie: [] }],
};

export type OpenApi = ReturnType<typeof createDocument>;

/** OpenAPI 3.1 of all registered endpoints, from the very schemas that check requests. */
export function createOpenApi(endpoints: readonly RegisteredEndpoint[], publicUrl: string): OpenApi {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Deskbell",
      version: "1",
      description:
        "Contacts use a session token, the team an API key or a sign-in cookie. Every refusal has the same body; its codes:\n\n" +
        Object.entries(errorTable)
          .map(([code, { status, message }]) => `- \`${code}\` (${status}): ${message}`)
          .join("\n"),
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "http", scheme: "bearer", description: "The token of POST /v1/sessions" },
        apiKey: { type: "http", scheme: "bearer", description: "An API key, dk_…" },
        cookie: {
          type: "apiKey",
          in: "cookie",
          name: "deskbell.session_token",
          description: "Of POST /v1/auth/sign-in/email",
        },
      },
    },
  });
}

const operation = ({
  audience,
  method,
  path,
  summary,
  params,
  query,
  body,
  example,
  streams,
  answer,
  creates,
  limit,
}: RegisteredEndpoint): ZodOpenApiOperationObject => {
  const content = answer && { content: { "application/json": { schema: answer } } };
  return {
    summary,
    operationId: operationId(method, path),
    tags: [audience === "team" ? "Team" : "Contact"],
    security: security[audience],
    requestParams: { ...(params && { path: params as never }), ...(query && { query: query as never }) },
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: body, example } } } }),
    ...(streams && { requestBody: { required: true, content: { "application/octet-stream": {} } } }),
    responses: {
      ...(content && { 200: { description: creates ? "Made before: the first result" : "Done", ...content } }),
      ...(content && creates && { 201: { description: "Made", ...content } }),
      ...(!content && { 204: { description: "Done" } }),
      ...(limit && { 429: tooOften }),
      default: { description: "Refused", content: { "application/json": { schema: errorBodySchema } } },
    },
  };
};

const tooOften = {
  description: "Too often: nothing was stored, and it can be asked again",
  headers: { "Retry-After": { description: "Seconds to wait", schema: { type: "integer" as const } } },
  content: { "application/json": { schema: errorBodySchema } },
};

const operationId = (method: string, path: string): string =>
  method.toLowerCase() +
  path
    .replace(/^\/v1/, "")
    .split("/")
    .filter(Boolean)
    .map((part) => part.replace(/^:/, "by-"))
    .join("-")
    .replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
