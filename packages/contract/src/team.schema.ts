import { z } from "zod";
import { publicAgentSchema } from "./agent.schema.ts";
import { exactly } from "./exactly.ts";
import { clientIdSchema, idSchema, timeSchema } from "./page.schema.ts";
import { type CreateTeam, type Team, type TeamRef, teamSize, type UpdateTeam } from "./team.ts";

const nameSchema = z.string().trim().min(1).max(80);
const memberIdsSchema = z.array(idSchema).max(teamSize);

export const teamRefSchema = exactly<TeamRef>()(z.object({ id: idSchema, name: z.string() }).meta({ id: "TeamRef" }));
export const teamSchema = exactly<Team>()(
  z
    .object({
      id: idSchema,
      name: z.string(),
      members: z.array(publicAgentSchema),
      createdAt: timeSchema,
      updatedAt: timeSchema,
    })
    .meta({ id: "Team" }),
);
export const createTeamSchema = exactly<CreateTeam>()(
  z.strictObject({ clientId: clientIdSchema, name: nameSchema, memberIds: memberIdsSchema.optional() }),
);
export const updateTeamSchema = exactly<UpdateTeam>()(
  z.strictObject({ name: nameSchema.optional(), memberIds: memberIdsSchema.optional() }),
);
