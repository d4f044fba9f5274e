import type { OfficeState } from "@deskbell/sdk";
import type { LiveChat } from "@deskbell/sdk/chat";

export interface Presence {
  /** Whether anybody of the team is there; `null` while that is unknown. */
  available: boolean | null;
  /** What the channel's hours say; `null` where it has none, or while that is unknown. */
  office: OfficeState | null;
}

export const unknownPresence: Presence = { available: null, office: null };

/** Who is there, and when somebody is: tells it now and whenever it changes. `ask` looks again. */
export function watchPresence(client: LiveChat, tell: (presence: Presence) => void) {
  let known = unknownPresence;
  const set = (next: Presence) => {
    known = next;
    tell(known);
  };
  const ask = () => {
    if (client.session) client.presence.get().then(set, () => set(unknownPresence));
  };
  const stops = [
    client.on("session", ask),
    client.on("connection", (state) => state === "online" && ask()),
    client.on("presence", ({ available }) => set({ ...known, available })),
  ];
  const stop = () => {
    for (const each of stops) each();
  };
  return { ask, stop };
}
