import type { DeskbellError } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { ErrorText } from "../errors/ErrorText.tsx";
import { Trouble } from "./Trouble.tsx";

/** Why something could not be loaded. */
export function Failure({ error, retry }: { error: DeskbellError | null; retry?: () => void }) {
  const { text } = useApp();
  if (error?.code === "blocked") return <Trouble title={<ErrorText error={error}>{text.errorTitle}</ErrorText>} />;
  return (
    <Trouble
      says={error ? <ErrorText error={error} /> : text.errorNetwork}
      retry={error?.code === "not_found" ? undefined : retry}
    />
  );
}
