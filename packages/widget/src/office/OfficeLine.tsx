import type { OfficeState } from "@deskbell/sdk";
import { useEffect } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { officeText } from "./office-text.ts";

/** The longest that a timer can wait, in ms. */
const longest = 2 ** 31 - 1;

export interface OfficeLineProps {
  office: OfficeState;
  available: boolean | null;
  /** It has opened or closed, by the server's clock. */
  ask(): void;
}

/** When somebody answers: how long it takes, or when the team is back. */
export function OfficeLine({ office, available, ask }: OfficeLineProps) {
  const { locale } = useApp();
  const { at, changesAt } = office;
  useEffect(() => {
    if (!changesAt) return;
    // A moment later, so that it has changed there too.
    const wait = Date.parse(changesAt) - Date.parse(at) + 500;
    const timer = setTimeout(ask, Math.min(wait, longest));
    return () => clearTimeout(timer);
  }, [at, changesAt, ask]);
  const isHere = office.open || available === true;
  return <span class={isHere ? "office here" : "office"}>{officeText(locale, office, available === true)}</span>;
}
