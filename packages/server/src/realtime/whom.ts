import { z } from "zod";

/** Whose sockets are cut. */
export const whomSchema = z.union([
  z.strictObject({ contactId: z.uuid() }),
  /** A contact's, in one browser. */
  z.strictObject({ sessionId: z.uuid() }),
  /** Contacts who come from there (CIDR). */
  z.strictObject({ workspaceId: z.uuid(), network: z.string() }),
  z.strictObject({ agentId: z.uuid() }),
  /** An agent's, in one browser. */
  z.strictObject({ signInId: z.uuid() }),
  z.strictObject({ apiKeyId: z.uuid() }),
]);
export type Whom = z.infer<typeof whomSchema>;
