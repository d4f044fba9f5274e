// For our widget: a live chat first, and the rest of the client when it is first wanted.
export { localError } from "./deskbell-error.ts";
export { createProof, type Proof } from "./identity-proof.ts";
export { type ClientBasics, createLiveChat, type LiveChat } from "./live-chat.ts";
export type { ChatThread } from "./thread-state.ts";
export { toDeskbell } from "./to-deskbell.ts";
export { toThread } from "./to-thread.ts";
