import type { z } from "zod";
import type { ContactActor, Context, TeamActor } from "../context.ts";

export interface Signal {
  audience: "contact" | "team";
  name: string;
  schema: z.ZodType;
  handle(ctx: Context<never>, input: never): Promise<void>;
}

/** What clients may say on their socket, by audience. Weather only: commands go by HTTP. */
export class Signals {
  readonly all: Signal[] = [];

  contact<T>(
    name: string,
    schema: z.ZodType<T>,
    handle: (ctx: Context<ContactActor>, input: T) => Promise<void>,
  ): void {
    this.all.push({ audience: "contact", name, schema, handle } as Signal);
  }

  team<T>(name: string, schema: z.ZodType<T>, handle: (ctx: Context<TeamActor>, input: T) => Promise<void>): void {
    this.all.push({ audience: "team", name, schema, handle } as Signal);
  }
}
