import type { Attachment } from "@deskbell/sdk";
import { lateComponent } from "../late-component.tsx";
import { lateFiles } from "./late-files.ts";
import { shownHeight } from "./shown-height.ts";

interface ThreadFilesProps {
  files: readonly Attachment[];
}

/** Their place is as high as they will be. Without a network it stays empty; the next time it is shown is the next attempt. */
const Files = lateComponent(
  lateFiles,
  (parts) => parts.Files,
  ({ files }: ThreadFilesProps) => <div style={{ height: shownHeight(files) }} />,
);

/** The files of a message. */
export const ThreadFiles = ({ files }: ThreadFilesProps) => (files.length > 0 ? <Files files={files} /> : null);
