import type { PublicAgent } from "./agent.ts";

/** The greatest number of members. */
export const teamSize = 500;

/** Where a conversation belongs that is not everybody's. */
export interface TeamRef {
  id: string;
  /** Contacts read it when they are transferred to the team. */
  name: string;
}

/** Agents who share a queue. */
export interface Team extends TeamRef {
  /** By name. */
  members: PublicAgent[];
  /** ISO 8601. */
  createdAt: string;
  /** Changes with its name and its members. */
  updatedAt: string;
}

/** Body of `POST /v1/agent/teams`. Throws `name_taken`. */
export interface CreateTeam {
  /** Unique per workspace: repeating it answers with the first result. */
  clientId: string;
  /** 1 to 80 characters, unlike any other team's. */
  name: string;
  memberIds?: string[];
}

/** Body of `PATCH /v1/agent/teams/:id`. What is left out stays. */
export interface UpdateTeam {
  name?: string;
  /** All members from now on. */
  memberIds?: string[];
}
