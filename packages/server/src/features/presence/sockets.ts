import { viewedPageSchema } from "@deskbell/contract/schema";
import { findUnstorable } from "../../http/unstorable.ts";
import type { Signals } from "../../realtime/signals.ts";
import type { Presence } from "./keep-presence.ts";

export function presenceSignals(signals: Signals, presence: Presence): void {
  signals.contact("page", viewedPageSchema, async ({ workspaceId, actor }, page) => {
    if (findUnstorable(page)) return;
    presence.view({ workspaceId, audience: "contact", id: actor.contactId }, page);
  });
}
