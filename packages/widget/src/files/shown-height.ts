import type { Attachment } from "@deskbell/sdk";

/** A picture in a thread is at most so large. */
const most = { width: 240, height: 280 };
/** Of a row that names a file. */
const rowHeight = 56;

/** By how much a picture is shrunk to be shown; `null` for what is shown as a row. */
export const scaleOf = ({ width, height, thumbnailUrl }: Attachment): number | null =>
  thumbnailUrl && width && height ? Math.min(1, most.width / width, most.height / height) : null;

/** In pixels: known before anything is loaded, so that nothing moves when it is. */
export const shownHeight = (files: readonly Attachment[]): number =>
  files.reduce((sum, file) => sum + 8 + Math.round((file.height ?? 0) * (scaleOf(file) ?? 0) || rowHeight), -8);
