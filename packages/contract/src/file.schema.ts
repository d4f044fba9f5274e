import { z } from "zod";
import { exactly } from "./exactly.ts";
import { type Attachment, attachmentsMax, type FileSettings, fileKinds, fileStates, type UploadFile } from "./file.ts";
import { clientIdSchema, idSchema } from "./page.schema.ts";

export const fileSettingsSchema = exactly<FileSettings>()(
  z.object({ kinds: z.array(z.enum(fileKinds)), maxBytes: z.number().int().min(1) }).meta({ id: "FileSettings" }),
);

export const attachmentSchema = exactly<Attachment>()(
  z
    .object({
      id: idSchema,
      name: z.string(),
      type: z.string(),
      size: z.number().int(),
      width: z.number().int().nullable(),
      height: z.number().int().nullable(),
      state: z.enum(fileStates),
      url: z.string().nullable(),
      thumbnailUrl: z.string().nullable(),
    })
    .meta({ id: "Attachment" }),
);

/** Ids of uploaded files, in the order to show. */
export const attachmentIdsSchema = z
  .array(idSchema)
  .max(attachmentsMax)
  .refine((ids) => new Set(ids).size === ids.length, "Must not name a file twice.");

export const uploadFileSchema = exactly<UploadFile>()(
  z.strictObject({ clientId: clientIdSchema, name: z.string().min(1).max(255) }),
);
