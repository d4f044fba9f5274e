import type { DeskbellError } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { errorText } from "../error-text.ts";
import { Icon } from "./Icon.tsx";

/** Something could not be loaded. `null`: the code of the screen itself. */
export function Failure({ error, retry }: { error: DeskbellError | null; retry?: () => void }) {
  const { text } = useApp();
  const isBlocked = error?.code === "blocked";
  return (
    <div class="empty" role="alert">
      <Icon name="alert" />
      <h3>{isBlocked ? text.errorBlocked : text.errorTitle}</h3>
      {!isBlocked && <p>{error ? errorText(text, error) : text.errorNetwork}</p>}
      {retry && error?.code !== "not_found" && !isBlocked && (
        <button type="button" class="button" onClick={retry}>
          {text.retry}
        </button>
      )}
    </div>
  );
}
