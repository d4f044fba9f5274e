import type { Attachment } from "@deskbell/sdk";
import { useLate } from "../late-component.tsx";
import { lateFiles } from "./late-files.ts";
import { shownHeight } from "./shown-height.ts";

/** The files of a message; their place is as high as they will be. */
export function ThreadFiles({ files }: { files: readonly Attachment[] }) {
  // Without a network the place stays empty; the next time it is shown is the next attempt.
  const { here: parts } = useLate(lateFiles, files.length > 0);
  if (files.length === 0) return null;
  return parts ? <parts.Files files={files} /> : <div style={{ height: `${shownHeight(files)}px` }} />;
}
