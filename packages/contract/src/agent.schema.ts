import { z } from "zod";
import {
  type Agent,
  type ApiKey,
  agentRoles,
  type Me,
  type PublicAgent,
  type UpdateAgent,
  type Workspace,
} from "./agent.ts";
import { exactly } from "./exactly.ts";
import { idSchema, timeSchema } from "./page.schema.ts";

export const publicAgentSchema = exactly<PublicAgent>()(
  z.object({ id: idSchema, name: z.string(), avatarUrl: z.string().nullable() }).meta({ id: "PublicAgent" }),
);
export const agentSchema = exactly<Agent>()(
  z
    .object({
      id: idSchema,
      name: z.string(),
      avatarUrl: z.string().nullable(),
      email: z.string(),
      role: z.enum(agentRoles),
    })
    .meta({ id: "Agent" }),
);
export const updateAgentSchema = exactly<UpdateAgent>()(z.strictObject({ role: z.enum(agentRoles) }));
export const apiKeySchema = exactly<ApiKey>()(
  z.object({ id: idSchema, name: z.string(), role: z.enum(agentRoles), createdAt: timeSchema }).meta({ id: "ApiKey" }),
);
export const workspaceSchema = exactly<Workspace>()(
  z.object({ id: idSchema, name: z.string(), slug: z.string() }).meta({ id: "Workspace" }),
);
export const meSchema = exactly<Me>()(
  z.object({ agent: agentSchema.nullable(), role: z.enum(agentRoles), workspace: workspaceSchema }).meta({ id: "Me" }),
);
