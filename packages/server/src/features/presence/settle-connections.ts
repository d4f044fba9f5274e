import { inArray } from "drizzle-orm";
import type { Person } from "../../realtime/attendance.ts";
import type { Tx } from "../../transact.ts";
import { holdAvailability, settleAvailability } from "../agents/index.ts";
import { contacts } from "../contacts/tables.ts";
import { listShownContacts } from "./queries.ts";

export interface Connected {
  personId: string;
  audience: Person["audience"];
}

interface Moves {
  arrived: Connected[];
  left: Connected[];
  /** Look at another page. */
  moved: Connected[];
}

const perEvent = 200;

/** Whatever `change` does to who is connected, the rest follows: agents are available or not, contacts were last seen now, and the team is told. */
export async function settleConnections(tx: Tx, change: () => Promise<Moves>): Promise<void> {
  // Nobody else comes or goes in this workspace meanwhile: what is told last is how it is.
  await holdAvailability(tx);
  const { arrived, left, moved } = await change();
  const ids = (people: Connected[], audience: Person["audience"]) =>
    people.filter((person) => person.audience === audience).map(({ personId }) => personId);

  const agentIds = ids([...arrived, ...left], "team");
  if (agentIds.length > 0) await settleAvailability(tx, agentIds);

  const gone = ids(left, "contact");
  if (gone.length > 0) await tx.db.update(contacts).set({ lastSeenAt: tx.now }).where(inArray(contacts.id, gone));
  const shown = await listShownContacts(tx, ids([...arrived, ...left, ...moved], "contact"));
  for (let from = 0; from < shown.length; from += perEvent) {
    tx.tell.team("presence", { agents: [], contacts: shown.slice(from, from + perEvent) });
  }
}
