import { createMemoryStore, type Thread } from "@deskbell/sdk";
import { openContact, openPage } from "./page.ts";
import { shownThread } from "./shown-thread.ts";
import { type Player, rest, type World } from "./world.ts";

/** How long each of the bot's answers took to come, in ms. */
export interface Asker extends Player {
  waits(): readonly number[];
}

/** A contact who asks the bot, and asks the next thing once it has answered: a question, a job, an answer. */
export async function createAsker(world: World, name: string, address: string): Promise<Asker> {
  const { ledger, over } = world;
  const random = world.random.fork(name);
  const wire = await world.openWire(name);
  const deskbell = openContact(wire.url, openPage(ledger, createMemoryStore(), { "x-forwarded-for": address }));
  const thread = deskbell.thread(null);
  const waits: number[] = [];
  return {
    name,
    async play() {
      deskbell.connect();
      void deskbell.conversationList.load();
      void deskbell.ticketList.load();
      while (!world.quiet.aborted) {
        const question = ledger.type(name, random.pick(questions));
        const began = performance.now();
        thread.send(question);
        await isAnswered(thread, question, over);
        waits.push(performance.now() - began);
        await rest(world, random.between(300, 1500));
      }
    },
    screen: () => ({
      threads: [shownThread(thread.get(), "contact")],
      contact: {
        id: deskbell.session?.contact.id ?? "",
        conversations: deskbell.conversationList.get().items,
        tickets: deskbell.ticketList.get().items,
      },
    }),
    waits: () => waits,
  };
}

function isAnswered(thread: Thread, question: string, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const messages = thread.get().items.flatMap((item) => (item.kind === "message" ? [item.message] : []));
      const asked = messages.find(({ body }) => body === question);
      const answer = asked && messages.find(({ seq, author }) => seq > asked.seq && author.kind === "bot");
      if (!answer && !over.aborted) return;
      stop();
      over.removeEventListener("abort", look);
      resolve();
    };
    const stop = thread.subscribe(look);
    over.addEventListener("abort", look);
  });
}

const questions = ["How long does shipping take?", "How do I invite an agent?", "What does it cost?", "Hello"];
