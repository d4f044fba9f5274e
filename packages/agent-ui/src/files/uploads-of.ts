import { createUploads, type Uploads } from "@deskbell/sdk/agent";
import { client } from "../client.ts";

const open = new Map<string, Uploads>();

/** The files that wait for one agent's next answer in a conversation: they go on arriving while another one is read. */
export function uploadsOf(agentId: string, conversationId: string): Uploads {
  const key = `${agentId}:${conversationId}`;
  const uploads = open.get(key) ?? createUploads({ files: client.files });
  open.set(key, uploads);
  return uploads;
}
