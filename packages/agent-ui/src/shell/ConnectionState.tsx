import { useEffect, useState } from "preact/hooks";
import { connection } from "../client.ts";
import { text } from "../text/text.ts";
import { useObservable } from "../ui/use-observable.ts";

const patienceMs = 1500;

/** A quiet dot while all is well, words once live updates have been away for a moment. */
export function ConnectionState() {
  const state = useObservable(connection);
  const [away, setAway] = useState(false);
  useEffect(() => {
    setAway(false);
    if (state === "online") return;
    const timer = setTimeout(() => setAway(true), patienceMs);
    return () => clearTimeout(timer);
  }, [state]);
  const shown = state === "online" || away ? state : "online";
  return (
    <div class={`connection connection-${shown}`} role="status" title={text.connection[shown]}>
      <span class="connection-dot" />
      <span class={shown === "online" ? "visually-hidden" : "connection-words"}>{text.connection[shown]}</span>
    </div>
  );
}
