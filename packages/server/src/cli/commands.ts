import { agentRoles } from "@deskbell/contract";
import { z } from "zod";
import { createAgent } from "../features/agents/create-agent.ts";
import { createApiKey } from "../features/agents/create-api-key.ts";
import { createWorkspace } from "../features/workspaces/create-workspace.ts";
import { findWorkspace } from "../features/workspaces/find-workspace.ts";
import { type Command, CommandError, options, workspaceNamed } from "./command.ts";
import { importArticlesCommand } from "./import-articles.ts";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and hyphens");
const role = z.enum(agentRoles);

export const commands: Command[] = [
  {
    name: "migrate",
    usage: "migrate",
    summary: "Bring the database's schema up to date",
    // Opening the database has done it.
    parse: () => async (_, print) => print("The database is up to date."),
  },
  {
    name: "create-workspace",
    usage: "create-workspace --slug acme --name Acme",
    summary: "A workspace with a website channel; prints the channel's key",
    parse: (args) => {
      const given = options(args, { slug, name: z.string().min(1).max(80) });
      return async (deps, print) => {
        if (await findWorkspace(deps, given.slug))
          throw new CommandError(`There is a workspace "${given.slug}" already`);
        const { channelKey } = await createWorkspace(deps, given);
        print(`Workspace ${given.slug} has the channel key ${channelKey}`);
      };
    },
  },
  {
    name: "create-agent",
    usage: "create-agent --workspace acme --name Ada --email ada@acme.test --password … --role agent",
    summary: "An agent who can sign in to the console",
    parse: (args) => {
      const given = options(args, {
        workspace: slug,
        name: z.string().min(1),
        email: z.email(),
        password: z.string().min(8),
        role: role.default("agent"),
      });
      return async (deps, print) => {
        const agent = await createAgent(await workspaceNamed(deps, given.workspace), given);
        print(`${agent.email} is now ${agent.role} of ${given.workspace}`);
      };
    },
  },
  {
    name: "create-api-key",
    usage: "create-api-key --workspace acme --name bot --role agent",
    summary: "A key for server-to-server calls; shown this once",
    parse: (args) => {
      const given = options(args, { workspace: slug, name: z.string().min(1), role: role.default("agent") });
      return async (deps, print) => print(await createApiKey(await workspaceNamed(deps, given.workspace), given));
    },
  },
  importArticlesCommand,
];
