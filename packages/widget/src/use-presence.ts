import type { OfficeState } from "@deskbell/sdk";
import { useCallback, useEffect, useState } from "preact/hooks";
import { useApp } from "./app-context.ts";

interface Known {
  /** Whether anybody of the team is there; `null` while that is unknown. */
  available: boolean | null;
  /** What the channel's hours say; `null` where it has none, or while that is unknown. */
  office: OfficeState | null;
}

/** Who is there, and when somebody is. `ask` looks again. */
export function usePresence(): Known & { ask(): void } {
  const { client } = useApp();
  const [known, setKnown] = useState<Known>({ available: null, office: null });
  const ask = useCallback(() => {
    if (client.session) client.presence.get().then(setKnown, () => setKnown({ available: null, office: null }));
  }, [client]);
  useEffect(() => {
    ask();
    const stops = [
      client.on("session", ask),
      client.on("connection", (state) => state === "online" && ask()),
      client.on("presence", ({ available }) => setKnown((before) => ({ ...before, available }))),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, ask]);
  return { ...known, ask };
}
