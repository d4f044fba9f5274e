import { createAgentClient } from "@deskbell/sdk/agent";

export const client = createAgentClient({ host: globalThis.location?.origin ?? "" });
export const connection = client.connection;
