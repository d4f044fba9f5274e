import type { DeskbellError } from "@deskbell/sdk";
import type { ComponentChildren } from "preact";
import { useApp } from "../app-context.ts";
import { late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";

interface ErrorTextProps {
  error: DeskbellError;
  /** Stands there until the words for it are here. */
  children?: ComponentChildren;
}

const errors = late(() => import("./error-parts.ts"));
const Refusal = lateComponent<typeof import("./error-parts.ts"), ErrorTextProps>(errors, (parts) => parts.Refusal);

/** Why a message waits that the server is to take later. */
export const Wait = lateComponent<typeof import("./error-parts.ts"), ErrorTextProps>(errors, (parts) => parts.Wait);

/** Why something did not work. The words for refusals come with the first of them; that nothing can be fetched is said at once. */
export function ErrorText(props: ErrorTextProps) {
  const { text } = useApp();
  const { code } = props.error;
  if (code === "network" || code === "timeout" || code === "unavailable") return text.errorNetwork;
  return <Refusal {...props} />;
}
