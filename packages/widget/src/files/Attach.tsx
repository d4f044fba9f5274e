import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { AttachButton } from "./AttachButton.tsx";
import { type Attach as Attachable, useTray } from "./use-tray.tsx";

interface AttachProps {
  draftKey: string;
  field: RefObject<HTMLTextAreaElement>;
  /** Where the composer finds the tray. */
  attach: { current: Attachable | null };
  changed(filled: undefined): void;
}

/** A composer's way to files: the button, and what is picked so far. */
export function Attach({ draftKey, field, attach, changed }: AttachProps) {
  const tray = useTray(draftKey, field);
  attach.current = tray;
  const isFilled = tray?.isFilled();
  useEffect(() => changed(undefined), [isFilled]);
  return (
    tray && (
      <>
        {tray.view}
        <AttachButton add={tray.add} />
      </>
    )
  );
}
