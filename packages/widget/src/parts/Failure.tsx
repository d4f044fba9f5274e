import type { DeskbellError } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { errorText } from "../error-text.ts";
import { Icon } from "./Icon.tsx";

/** Something could not be loaded. `null`: the code of the screen itself. */
export function Failure({ error, retry }: { error: DeskbellError | null; retry?: () => void }) {
  const { text } = useApp();
  return (
    <div class="empty" role="alert">
      <Icon name="alert" />
      <h3>{text.errorTitle}</h3>
      <p>{error ? errorText(text, error) : text.errorNetwork}</p>
      {retry && error?.code !== "not_found" && (
        <button type="button" class="button" onClick={retry}>
          {text.retry}
        </button>
      )}
    </div>
  );
}
