import { createHmac, timingSafeEqual } from "node:crypto";
import type { Attachment } from "@deskbell/contract";
import type { KeptFile } from "../../files/kept-file.ts";
import type { files } from "./tables.ts";

export type FileRow = typeof files.$inferSelect;
/** The file itself, or its thumbnail. */
export type Variant = "f" | "t";

export const keepFile = ({ id, workspaceId, name, type, size, width, height, key, state }: FileRow): KeptFile => {
  if (state === "storing") throw new Error("A file was kept before it was stored");
  return { id, workspaceId, name, type, size, width, height, key, state };
};

export const presentAttachment = (file: KeptFile): Attachment => {
  const { id, name, type, size, width, height, state } = file;
  const isReady = state === "ready";
  return {
    id,
    name,
    type,
    size,
    width,
    height,
    state,
    url: isReady ? linkOf(file, "f") : null,
    thumbnailUrl: isReady && width ? linkOf(file, "t") : null,
  };
};

const day = 86_400_000;
const linkDays = 7;

/** The same all day long, so that whoever asks twice gets the same message, and browsers keep what they have. */
function linkOf(file: KeptFile, variant: Variant): string {
  const expires = Math.floor(Date.now() / day) + linkDays + 1;
  return `/files/${file.workspaceId}/${file.id}/${variant}${expires}.${sign(file.key, variant, expires)}`;
}

const sign = (key: string, variant: string, expires: number): string =>
  createHmac("sha256", key).update(`${variant}${expires}`).digest("base64url");

/** Whether the last part of a link is ours for this file, and which day it ends. */
export function readLink(file: Pick<FileRow, "key">, signed: string): { variant: Variant; expiresAt: number } | null {
  const [, variant, expires, signature] = /^([ft])(\d{1,6})\.([\w-]{43})$/.exec(signed) ?? [];
  if (!variant || !expires || !signature) return null;
  const expected = Buffer.from(sign(file.key, variant, Number(expires)));
  if (!timingSafeEqual(expected, Buffer.from(signature))) return null;
  return { variant: variant as Variant, expiresAt: Number(expires) * day };
}
