import type { Attachment } from "@deskbell/contract";

/** What is remembered of a file beside whatever it is attached to: enough to show and link it without another question. */
export interface KeptFile extends Omit<Attachment, "url" | "thumbnailUrl"> {
  workspaceId: string;
  /** Signs its links. */
  key: string;
}
