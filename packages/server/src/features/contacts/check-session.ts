import type { CheckSession, Identity, SessionCheck } from "@deskbell/contract";
import { AppError } from "../../app-error.ts";
import type { Deps } from "../../context.ts";
import { lookUp, transact } from "../../transact.ts";
import { type ChannelRow, findChannelByKey, mayEmbed, widgetFiles, widgetManifest } from "../channels/index.ts";
import { verifyIdentity } from "./verify-identity.ts";

/** Asks what starting a session asks, all of it, and changes nothing. Throws `channel_not_found`. */
export async function checkSession(
  deps: Deps,
  { channelKey, identity }: CheckSession,
  origin: string | undefined,
): Promise<SessionCheck> {
  const channel = await lookUp(deps, (db) => findChannelByKey(db, channelKey));
  if (!channel) throw new AppError("channel_not_found");
  const asked = [
    mayEmbed(channel.allowedDomains, origin) ? null : new AppError("domain_not_allowed"),
    identity ? await refusalOfIdentity(deps, channel, identity) : null,
    !identity && channel.identityMode === "required" ? new AppError("identity_required") : null,
  ];
  return {
    time: deps.now().toISOString(),
    app: widgetFiles().has("manifest.json") ? widgetManifest().assetsHash : null,
    origin: origin ?? null,
    refusals: asked.flatMap((error) => (error ? { code: error.code, fields: error.fields ?? {} } : [])),
  };
}

async function refusalOfIdentity(deps: Deps, channel: ChannelRow, identity: Identity): Promise<AppError | null> {
  if (channel.identityMode === "off") return new AppError("identity_off");
  try {
    const ctx = { workspaceId: channel.workspaceId, actor: { kind: "system" as const }, deps };
    await transact(ctx, (tx) => verifyIdentity(tx, channel, identity));
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
