import type { DeskbellError } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { errorText } from "../error-text.ts";
import { Trouble } from "./Trouble.tsx";

/** Why something could not be loaded. */
export function Failure({ error, retry }: { error: DeskbellError | null; retry?: () => void }) {
  const { text } = useApp();
  if (error?.code === "blocked") return <Trouble title={text.errorBlocked} />;
  return (
    <Trouble
      says={error ? errorText(text, error) : text.errorNetwork}
      retry={error?.code === "not_found" ? undefined : retry}
    />
  );
}
