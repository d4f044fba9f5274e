export * from "@deskbell/contract";
export {
  type AgentClient,
  type AgentClientEvents,
  type AgentClientOptions,
  createAgentClient,
} from "./agent-client.ts";
export { createClientId, type WithoutClientId } from "./client-id.ts";
export { type Delivery, deliveryOf } from "./delivery.ts";
export { DeskbellError, type DeskbellErrorCode, type DeskbellErrorDetails } from "./deskbell-error.ts";
export { drawPicture } from "./draw-picture.ts";
export { newerConversation, withMessage, withRead } from "./freshness.ts";
export type { Observable } from "./observable.ts";
export { parseMarkdown } from "./parse-markdown.ts";
export type { ConnectionState, OpenSocket, OpenSocketOptions, SocketLike } from "./realtime.ts";
export { type CreateElement, type RichTextOptions, renderRichText } from "./render-rich-text.ts";
export type { RequestOptions } from "./request.ts";
export { safeHref } from "./safe-href.ts";
export { createMemoryStore, type KeyValueStore } from "./storage.ts";
export type { TeamResources } from "./team-resources.ts";
export type { PendingItem, TeamThread, ThreadItem, ThreadState } from "./thread-state.ts";
export { createUploads, isHeldUp, mayRetry, type Upload, type Uploads, type UploadsConfig } from "./uploads.ts";
