import { createMemoryStore, DeskbellError, type TeamThread } from "@deskbell/sdk/agent";
import { changeMessage } from "./change-message.ts";
import { createInbox } from "./inbox.ts";
import { openAgent, openPage, signIn } from "./page.ts";
import { shownThread } from "./shown-thread.ts";
import { type Player, rest, type World } from "./world.ts";

const mostOpen = 5;
const mostWaiting = 6;
/** What a command may be refused with when others act at the same time. */
const refusals = ["already_claimed", "conversation_closed", "illegal_transition", "version_conflict"];

/** An agent at the console: takes what waits, answers, notes, gives back, closes. */
export async function createAgent(world: World, name: string, email: string, address: string): Promise<Player> {
  const { ledger } = world;
  const random = world.random.fork(name);
  const wire = await world.openWire(name);
  const network = { "x-forwarded-for": address, origin: wire.url };
  const headers = { ...network, cookie: await signIn(wire.url, email, network) };
  const client = openAgent(wire.url, openPage(ledger, createMemoryStore(), headers), headers);
  const { agent } = await client.me();
  const inbox = createInbox(client);
  const open = new Map<string, TeamThread>();

  async function command(run: () => Promise<unknown>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      if (!(error instanceof DeskbellError)) throw error;
      if (!error.temporary && !refusals.includes(error.code)) ledger.wrong(`${name} was refused: ${error}`);
      return false;
    }
  }

  function show(id: string): TeamThread {
    const thread = open.get(id) ?? client.thread(id);
    open.set(id, thread);
    if (open.size > mostOpen) leaveOne(id);
    return thread;
  }

  /** Not one with words that are still to be sent: they would not be seen to arrive. */
  function leaveOne(except: string): void {
    for (const [id, thread] of open) {
      if (id === except || thread.get().items.some(({ kind }) => kind === "pending")) continue;
      thread.close();
      open.delete(id);
      return;
    }
  }

  async function act(): Promise<void> {
    const rows = inbox.conversations();
    const waiting = rows.filter(({ handling }) => handling === "queue");
    const mine = rows.filter(({ assignee }) => assignee !== null && assignee.id === agent?.id);
    if (waiting.length > 0 && random.chance(0.4)) {
      const { id } = random.pick(waiting);
      if (await command(() => client.conversations.claim(id))) show(id);
    }
    if (mine.length === 0) return;
    const { id } = random.pick(mine);
    const dice = random.next();
    if (dice < 0.02) await command(() => client.conversations.close(id));
    else if (dice < 0.05) await command(() => client.conversations.assign(id, { agentId: null }));
    else if (dice < 0.15) show(id).addNote(ledger.type(name, "Waits for the warehouse.", "note"));
    else if (dice < 0.3) show(id).read();
    else if (dice < 0.4) await changeMessage(show(id), ({ author }) => author.id === agent?.id, { ledger, random });
    // A supervisor may take back what anybody has said.
    else if (dice < 0.42 && agent?.role === "owner")
      await changeMessage(show(id), ({ author }) => author.kind === "contact", { ledger, random });
    else if (
      show(id)
        .get()
        .items.filter(({ kind }) => kind === "pending").length < mostWaiting
    )
      show(id).send(ledger.type(name, "I am looking into it."));
  }

  return {
    name,
    async play() {
      client.connect();
      while (!world.quiet.aborted) {
        await act();
        await rest(world, random.between(200, 800));
      }
    },
    screen: () => ({
      threads: [...open.values()].map((thread) => shownThread(thread.get(), "team")),
      inbox: { conversations: inbox.conversations(), counts: inbox.counts() },
    }),
  };
}
