import { useEffect } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { officeText } from "./office-text.ts";

/** The longest that a timer can wait, in ms. */
const longest = 2 ** 31 - 1;

/** When somebody answers: how long it takes, or when the team is back. */
export function OfficeLine() {
  const { locale, presence, askPresence } = useApp();
  const { available, office } = presence;
  const { at = "", changesAt = null } = office ?? {};
  useEffect(() => {
    if (!changesAt) return;
    // It has opened or closed then, by the server's clock. A moment later, so that it has changed there too.
    const wait = Date.parse(changesAt) - Date.parse(at) + 500;
    const timer = setTimeout(askPresence, Math.min(wait, longest));
    return () => clearTimeout(timer);
  }, [at, changesAt, askPresence]);
  if (!office) return null;
  const isHere = office.open || available === true;
  return <span class={isHere ? "office here" : "office"}>{officeText(locale, office, available === true)}</span>;
}
