import type { FileKind } from "@deskbell/contract";

const openXml = "application/vnd.openxmlformats-officedocument";
const openDocument = "application/vnd.oasis.opendocument";

/** Programs, documents with macros and disk images have no kind: no channel takes them. */
const typesByKind: Record<FileKind, readonly string[]> = {
  image: ["image/jpeg", "image/png", "image/gif", "image/webp", "image/avif", "image/heic", "image/bmp", "image/tiff"],
  pdf: ["application/pdf"],
  text: ["text/plain", "application/rtf"],
  office: [
    `${openXml}.wordprocessingml.document`,
    `${openXml}.spreadsheetml.sheet`,
    `${openXml}.presentationml.presentation`,
    `${openDocument}.text`,
    `${openDocument}.spreadsheet`,
    `${openDocument}.presentation`,
  ],
  archive: ["application/zip", "application/gzip", "application/x-7z-compressed"],
  audio: ["audio/mpeg", "audio/mp4", "audio/x-m4a", "audio/ogg", "audio/wav", "audio/webm", "audio/flac", "audio/aac"],
  video: ["video/mp4", "video/webm", "video/quicktime"],
};
const kinds = new Map(
  Object.entries(typesByKind).flatMap(([kind, types]) => types.map((type) => [type, kind as FileKind] as const)),
);

/** The old formats of office programs share a container with installers, which only the name tells apart. */
const oldOffice = /\.(doc|xls|ppt|msg)$/i;

/** `null`: nobody takes it. */
export const kindOf = (type: string, name: string): FileKind | null =>
  type === "application/x-cfb" && oldOffice.test(name) ? "office" : (kinds.get(type) ?? null);
