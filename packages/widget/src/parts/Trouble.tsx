import type { ComponentChild } from "preact";
import { usePanel } from "../app-context.ts";
import { Icon } from "./Icon.tsx";

/** Something did not work, and perhaps how to try again. */
interface TroubleProps {
  title?: ComponentChild;
  says?: ComponentChild;
  retry?: (() => void) | undefined;
}

export function Trouble({ title, says, retry }: TroubleProps) {
  const { text } = usePanel();
  return (
    <div class="empty" role="alert">
      <Icon name="alert" />
      <h3>{title ?? text.errorTitle}</h3>
      {says && <p>{says}</p>}
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {text.retry}
        </button>
      )}
    </div>
  );
}
