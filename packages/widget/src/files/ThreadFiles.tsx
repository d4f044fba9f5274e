import type { Attachment } from "@deskbell/sdk";
import { shownHeight } from "./shown-height.ts";
import { useFileParts } from "./use-file-parts.ts";

/** The files of a message; their place is as high as they will be. */
export function ThreadFiles({ files }: { files: readonly Attachment[] }) {
  const parts = useFileParts(files.length > 0);
  if (files.length === 0) return null;
  return parts ? <parts.Files files={files} /> : <div style={{ height: `${shownHeight(files)}px` }} />;
}
