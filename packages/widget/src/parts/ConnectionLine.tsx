import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useObservable } from "../use-observable.ts";

/** Connecting is nothing to speak of, until it takes long. */
const patience = 4000;

export function ConnectionLine() {
  const { text, client } = useApp();
  const online = useObservable(client.connection) === "online";
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(!online), online ? 0 : patience);
    return () => clearTimeout(timer);
  }, [online]);
  return late ? (
    <p class="hint-line" role="status">
      {text.reconnecting}
    </p>
  ) : null;
}
