import { createAgentClient } from "@deskbell/sdk/agent";

export const client = createAgentClient({ host: location.origin });
export const connection = client.connection;
