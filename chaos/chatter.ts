import { type Attachment, createMemoryStore, type Deskbell, type Thread } from "@deskbell/sdk";
import { changeMessage } from "./change-message.ts";
import { openContact, openPage, type Page } from "./page.ts";
import { shownThread } from "./shown-thread.ts";
import { type Player, rest, type World } from "./world.ts";

/**
 * A contact who asks for a person and types on whatever happens, into threads that keep it. Now and then they reload
 * the page with words still unsent, begin another conversation, or make a ticket of the one they have.
 */
export async function createChatter(world: World, name: string, address: string): Promise<Player> {
  const { ledger } = world;
  const random = world.random.fork(name);
  const wire = await world.openWire(name);
  const storage = createMemoryStore();
  let page: Page;
  let deskbell: Deskbell;
  let thread: Thread;
  const earlier = new Set<string>();

  function load(conversationId: string | null): void {
    page = openPage(ledger, storage, { "x-forwarded-for": address });
    deskbell = openContact(wire.url, page);
    deskbell.connect();
    void deskbell.conversationList.load();
    void deskbell.ticketList.load();
    show(conversationId);
  }

  function show(conversationId: string | null): void {
    const shown = deskbell.thread(conversationId);
    thread = shown;
    if (!conversationId) void shown.handoff();
    shown.subscribe(({ items }) => {
      for (const item of items) {
        if (item.kind !== "pending" || item.state !== "failed") continue;
        if (item.error?.code !== "conversation_closed") ledger.wrong(`"${item.body}" was refused: ${item.error?.code}`);
        ledger.refuse(item.body, item.error?.code ?? "unknown");
        shown.discard(item.clientId);
      }
    });
  }

  function reload(): void {
    const { conversationId } = thread.get();
    thread.close();
    deskbell.disconnect();
    page.unload();
    load(conversationId);
  }

  /** Waits for what is still unsent: it belongs to the conversation that is left. */
  function beginAnew(): void {
    const { conversationId, items } = thread.get();
    if (!conversationId || items.some(({ kind }) => kind === "pending")) return;
    earlier.add(conversationId);
    thread.close();
    show(null);
  }

  /** Nothing when it does not get through: then the words go alone. */
  const upload = async (): Promise<Attachment[]> => {
    const words = new Blob([`What I wrote down on ${new Date().toISOString()}`]);
    return deskbell.files.upload(words, { name: "notes.txt" }).then(
      (file) => [file],
      () => [],
    );
  };

  async function act(): Promise<void> {
    const { conversation } = thread.get();
    if (conversation?.handling === "closed" || random.chance(0.02)) beginAnew();
    if (random.chance(0.03)) reload();
    if (random.chance(0.2)) thread.read();
    if (conversation && random.chance(0.01))
      await deskbell.conversations.escalate(conversation.id).catch(() => undefined);
    if (random.chance(0.1)) await changeMessage(thread, ({ author }) => author.kind === "contact", { ledger, random });
    // Who sees so much waiting stops typing.
    const waiting = thread.get().items.filter(({ kind }) => kind === "pending").length;
    if (waiting < mostWaiting)
      thread.send(ledger.type(name, random.pick(words)), random.chance(0.1) ? await upload() : []);
  }

  return {
    name,
    async play() {
      load(null);
      await rest(world, random.between(0, 2000));
      while (!world.quiet.aborted) {
        await act();
        await rest(world, random.between(600, 2500));
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
  };
}

const mostWaiting = 6;
const words = ["My parcel has not come.", "Any news?", "I wrote to you last week.", "**Please** hurry.", "👍", "نعم"];
