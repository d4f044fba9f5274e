import type { DeskbellError } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { errorText, waitText } from "./error-text.ts";

export interface RefusalProps {
  error: DeskbellError;
}

export function Refusal({ error }: RefusalProps) {
  const { text, locale } = useApp();
  return <>{errorText(text, locale, error)}</>;
}

/** Of a message that the server takes later. */
export function Wait({ error }: RefusalProps) {
  const { text, locale } = useApp();
  return <>{waitText(text, locale, error)}</>;
}
