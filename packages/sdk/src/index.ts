export * from "@deskbell/contract";
export type { WithoutClientId } from "./client-id.ts";
export { type Delivery, deliveryOf } from "./delivery.ts";
export { createDeskbell, type Deskbell, type DeskbellOptions } from "./deskbell.ts";
export { DeskbellError, type DeskbellErrorCode, type DeskbellErrorDetails } from "./deskbell-error.ts";
export { drawPicture } from "./draw-picture.ts";
export { withMessage } from "./freshness.ts";
export type { DeskbellEvents } from "./live-chat.ts";
export type { LiveList, LiveListState } from "./live-list.ts";
export type { Observable } from "./observable.ts";
export { parseMarkdown } from "./parse-markdown.ts";
export {
  type ConnectionState,
  type OpenSocket,
  type OpenSocketOptions,
  openSocketIo,
  type SocketLike,
} from "./realtime.ts";
export { type CreateElement, type RichTextOptions, renderRichText } from "./render-rich-text.ts";
export type { RequestOptions } from "./request.ts";
export type { StartConversationInput } from "./resources/conversation-basics.ts";
export { safeHref } from "./safe-href.ts";
export { createDefaultStore, createMemoryStore, type KeyValueStore } from "./storage.ts";
export type { PendingItem, Thread, ThreadItem, ThreadState } from "./thread-state.ts";
export { createUnsent, type Unsent } from "./unsent.ts";
export { createUploads, isHeldUp, mayRetry, type Upload, type Uploads, type UploadsConfig } from "./uploads.ts";
