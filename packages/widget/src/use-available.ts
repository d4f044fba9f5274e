import { useEffect, useState } from "preact/hooks";
import { useApp } from "./app-context.ts";

/** Whether anybody of the team is there; `null` while that is unknown. */
export function useAvailable(): boolean | null {
  const { client } = useApp();
  const [available, setAvailable] = useState<boolean | null>(null);
  useEffect(() => {
    function ask() {
      if (!client.session) return;
      client.presence.get().then(
        (presence) => setAvailable(presence.available),
        () => setAvailable(null),
      );
    }
    ask();
    const stops = [
      client.on("session", ask),
      client.on("connection", (state) => state === "online" && ask()),
      client.on("presence", (presence) => setAvailable(presence.available)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client]);
  return available;
}
