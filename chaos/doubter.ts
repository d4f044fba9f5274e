import { setTimeout as pause } from "node:timers/promises";
import { createMemoryStore, DeskbellError, type Message } from "@deskbell/sdk";
import { openContact, openPage } from "./page.ts";
import { shownThread } from "./shown-thread.ts";
import { type Player, rest, type World } from "./world.ts";

/**
 * A program that speaks for a contact and believes nothing: it makes each request twice at once, repeats it until it is
 * answered, and later asks for the same again. All answers to one request have to be one.
 */
export async function createDoubter(world: World, name: string, address: string): Promise<Player> {
  const { ledger, over } = world;
  const random = world.random.fork(name);
  const wire = await world.openWire(name);
  const deskbell = openContact(wire.url, openPage(ledger, createMemoryStore(), { "x-forwarded-for": address }));
  const sent: Array<{ clientId: string; body: string }> = [];
  let conversationId = "";
  let closed = false;
  let conversations = 0;
  let nth = 0;
  let thread: ReturnType<typeof deskbell.thread> | null = null;

  async function insist(request: () => Promise<Message>): Promise<Message | null> {
    while (!over.aborted) {
      try {
        return await request();
      } catch (error) {
        if (!(error instanceof DeskbellError) || !error.temporary) {
          if (error instanceof DeskbellError && error.code === "conversation_closed") closed = true;
          else ledger.wrong(`${name} was refused: ${error}`);
          return null;
        }
        await pause(error.retryAfter ?? random.between(100, 600));
      }
    }
    return null;
  }

  async function say(body: string): Promise<void> {
    if (closed) beginAnew();
    const input = { clientId: `${name}-${String(nth++).padStart(8, "0")}`, body };
    const request = async (): Promise<Message> => {
      if (conversationId) return deskbell.messages.send(conversationId, input);
      const started = await deskbell.conversations.start({
        clientId: `${name}-start-${conversations}`,
        message: input,
        handoff: true,
      });
      return started.message;
    };
    const [first, second] = await Promise.all([insist(request), insist(request)]);
    if (!first && !second && closed) ledger.refuse(body, "conversation_closed");
    if (first && second && first.id !== second.id) ledger.wrong(`"${body}" was stored twice`);
    conversationId ||= first?.conversationId ?? second?.conversationId ?? "";
    if (first || second) sent.push(input);
  }

  function beginAnew(): void {
    closed = false;
    conversations += 1;
    conversationId = "";
    sent.length = 0;
    thread?.close();
    thread = null;
  }

  return {
    name,
    async play() {
      deskbell.connect();
      void deskbell.conversationList.load();
      void deskbell.ticketList.load();
      while (!world.quiet.aborted) {
        await say(ledger.type(name, "Did you get this?"));
        if (conversationId) thread ??= deskbell.thread(conversationId);
        const again = sent.length > 0 && random.chance(0.3) ? random.pick(sent) : null;
        if (again) await insist(() => deskbell.messages.send(conversationId, again));
        await rest(world, random.between(2000, 4000));
      }
    },
    screen: () => ({
      threads: thread ? [shownThread(thread.get(), "contact")] : [],
      contact: {
        id: deskbell.session?.contact.id ?? "",
        conversations: deskbell.conversationList.get().items,
        tickets: deskbell.ticketList.get().items,
      },
    }),
  };
}
