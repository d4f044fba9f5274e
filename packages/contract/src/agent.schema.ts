import { z } from "zod";
import {
  type Agent,
  type ApiKey,
  agentRoles,
  agentStatuses,
  type Me,
  type PublicAgent,
  type UpdateAgent,
  type UpdateWorkspace,
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
      status: z.enum(agentStatuses),
      online: z.boolean(),
      openChats: z.number().int(),
      maxConcurrentChats: z.number().int(),
      ownMaxConcurrentChats: z.number().int().nullable(),
    })
    .meta({ id: "Agent" }),
);
export const apiKeySchema = exactly<ApiKey>()(
  z.object({ id: idSchema, name: z.string(), role: z.enum(agentRoles), createdAt: timeSchema }).meta({ id: "ApiKey" }),
);
const maxConcurrentChats = z.number().int().min(0).max(100);
export const updateAgentSchema = exactly<UpdateAgent>()(
  z.strictObject({
    status: z.enum(agentStatuses).optional(),
    maxConcurrentChats: maxConcurrentChats.nullable().optional(),
    role: z.enum(agentRoles).optional(),
  }),
);
export const workspaceSchema = exactly<Workspace>()(
  z
    .object({
      id: idSchema,
      name: z.string(),
      slug: z.string(),
      maxConcurrentChats: z.number().int(),
      returnAfterSeconds: z.number().int(),
    })
    .meta({ id: "Workspace" }),
);
export const updateWorkspaceSchema = exactly<UpdateWorkspace>()(
  z.strictObject({
    maxConcurrentChats: maxConcurrentChats.optional(),
    returnAfterSeconds: z.number().int().min(0).max(86_400).optional(),
  }),
);
export const meSchema = exactly<Me>()(
  z.object({ agent: agentSchema.nullable(), role: z.enum(agentRoles), workspace: workspaceSchema }).meta({ id: "Me" }),
);
