export * from "@deskbell/contract";
export type { WithoutClientId } from "./client-id.ts";
export { DeskbellError, type DeskbellErrorCode, type DeskbellErrorDetails } from "./deskbell-error.ts";
export type { RequestOptions } from "./request.ts";
export { createServerClient, type ServerClient, type ServerClientOptions } from "./server-client.ts";
export type { TeamResources } from "./team-resources.ts";
export { type VerifyWebhookOptions, verifyWebhook, type WebhookHeaders } from "./verify-webhook.ts";
