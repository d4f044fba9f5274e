import { agentRoles, identityModes, type UpdateChannel } from "@deskbell/contract";
import { z } from "zod";
import { createAgent } from "../features/agents/create-agent.ts";
import { createApiKey } from "../features/agents/create-api-key.ts";
import { listApiKeyRows } from "../features/agents/queries.ts";
import { revokeApiKey } from "../features/agents/revoke-api-key.ts";
import { createIdentityKey } from "../features/channels/create-identity-key.ts";
import { revokeIdentityKey } from "../features/channels/revoke-identity-key.ts";
import { updateChannel } from "../features/channels/update-channel.ts";
import { createWorkspace } from "../features/workspaces/create-workspace.ts";
import { findWorkspace } from "../features/workspaces/find-workspace.ts";
import { transact } from "../transact.ts";
import { type Command, CommandError, options, workspaceNamed } from "./command.ts";
import { contentSecurityPolicyCommand } from "./content-security-policy.ts";
import { importArticlesCommand } from "./import-articles.ts";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and hyphens");
const role = z.enum(agentRoles);
const ofChannel = { workspace: slug, channel: z.string().min(1) };

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
  {
    name: "list-api-keys",
    usage: "list-api-keys --workspace acme",
    summary: "The ids, roles and names of the workspace's keys",
    parse: (args) => {
      const given = options(args, { workspace: slug });
      return async (deps, print) => {
        const rows = await transact(await workspaceNamed(deps, given.workspace), listApiKeyRows);
        for (const { id, role, name } of rows) print(`${id} ${role} ${name}`);
      };
    },
  },
  {
    name: "revoke-api-key",
    usage: "revoke-api-key --workspace acme --id …",
    summary: "The key opens nothing any more, and its connections are cut",
    parse: (args) => {
      const given = options(args, { workspace: slug, id: z.uuid() });
      return async (deps, print) => {
        await revokeApiKey(await workspaceNamed(deps, given.workspace), given.id);
        print(`${given.id} is revoked`);
      };
    },
  },
  {
    name: "create-identity-key",
    usage: "create-identity-key --workspace acme --channel KEY",
    summary: "A key to prove who contacts are; its secret is shown this once",
    parse: (args) => {
      const given = options(args, ofChannel);
      return async (deps, print) => {
        const { kid, secret } = await createIdentityKey(await workspaceNamed(deps, given.workspace), given.channel);
        print(`kid ${kid}`);
        print(`secret ${secret}`);
      };
    },
  },
  {
    name: "revoke-identity-key",
    usage: "revoke-identity-key --workspace acme --channel KEY --kid k_…",
    summary: "What the key has signed proves nothing any more",
    parse: (args) => {
      const given = options(args, { ...ofChannel, kid: z.string().min(1) });
      return async (deps, print) => {
        await revokeIdentityKey(await workspaceNamed(deps, given.workspace), given.channel, given.kid);
        print(`${given.kid} is revoked`);
      };
    },
  },
  {
    name: "set-identity",
    usage: "set-identity --workspace acme --channel KEY --mode off|optional|required --hash on|off",
    summary: "Whether contacts may or must prove who they are, and by a bare hash too",
    parse: (args) => {
      const given = options(args, {
        ...ofChannel,
        mode: z.enum(identityModes).optional(),
        hash: z.enum(["on", "off"]).optional(),
      });
      return async (deps, print) => {
        const change: UpdateChannel = {
          ...(given.mode && { identityMode: given.mode }),
          ...(given.hash && { identityHash: given.hash === "on" }),
        };
        const ctx = await workspaceNamed(deps, given.workspace);
        const row = await updateChannel(ctx, { key: given.channel }, change);
        print(
          `Identity is ${row.identityMode} in ${row.key}; a bare hash is ${row.identityHash ? "taken" : "refused"}`,
        );
      };
    },
  },
  importArticlesCommand,
  contentSecurityPolicyCommand,
];
