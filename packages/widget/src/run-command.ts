import type { Attributes, Deskbell, DeskbellError, Identity, UpdateContact, UpdateConversation } from "@deskbell/sdk";
import type { App } from "./app.ts";
import { currentOf, isLive } from "./conversation-state.ts";
import type { PageStorage } from "./page-storage.ts";
import { home, type ProactiveSaid, type Route } from "./route.ts";
import type { DeskbellUser } from "./settings.ts";

export interface Doors {
  drafts: PageStorage;
  show(...stack: Route[]): void;
  tellError(error: DeskbellError): void;
}

/** The commands of the page that need the app. */
export function createCommands(client: Deskbell, { drafts, show, tellError }: Doors): App["run"] {
  // One after the other: a later word about the same attribute wins.
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = (action: () => Promise<unknown>) => {
    last = last.then(action).catch(tellError);
  };
  const update = (body: UpdateContact) => inOrder(() => client.contact.update(body));
  const current = () => client.conversationList.get().items.find(isLive);

  /** Said about a conversation that may not have started yet. */
  const waiting: UpdateConversation[] = [];
  const tellWaiting = () => {
    const id = current()?.id;
    if (id) for (const body of waiting.splice(0)) inOrder(() => client.conversations.update(id, body));
  };
  const sayAbout = (body: UpdateConversation) => {
    waiting.push(body);
    tellWaiting();
  };
  client.conversationList.subscribe(tellWaiting);

  const commands: Record<string, (...args: never[]) => void> = {
    identify(user: DeskbellUser | null, identity?: Identity) {
      const { name, email, phone, attributes } = user ?? {};
      const said = JSON.parse(JSON.stringify({ name, email, phone, attributes }));
      const says = Object.keys(said).length > 0;
      // A word about oneself alone proves nothing, and needs no proof.
      if (identity || !says) inOrder(() => client.identify(identity));
      if (says) update(said);
    },
    setAttributes: (attributes: Attributes) => update({ attributes }),
    deleteAttribute: (key: string) => update({ attributes: { [key]: null } }),
    setConversationAttributes: (attributes: Attributes) => sayAbout({ attributes }),
    addLabel: (label: string) => sayAbout({ addLabels: [label] }),
    removeLabel: (label: string) => sayAbout({ removeLabels: [label] }),
    track: (name: string, attributes?: Attributes) =>
      inOrder(() => client.contact.track({ name, url: location.href, ...(attributes && { attributes }) })),
    logout() {
      waiting.length = 0;
      drafts.clear();
      inOrder(() => client.logout());
      show(home);
    },
    showHome: () => show(home),
    showArticles: () => show({ name: "articles" }),
    showTickets: () => show({ name: "tickets" }),
    showArticle: (slug: string, anchor?: string) => show(home, { name: "article", slug, anchor: anchor ?? null }),
    showTicket: (publicId: string) => show({ name: "tickets" }, { name: "ticket", publicId }),
    showConversation: (id: string) => show(home, { name: "chat", id }),
    showProactive: (proactive: ProactiveSaid) => show(home, { name: "chat", id: currentOf(client), proactive }),
    sendMessage(send: string) {
      inOrder(async () => {
        await client.start();
        if (client.conversationList.get().status === "idle") await client.conversationList.load();
        show(home, { name: "chat", id: current()?.id ?? null, send: String(send) });
      });
    },
  };
  return (command, args) => {
    if (commands[command]) commands[command](...(args as never[]));
    else console.warn(`Deskbell: unknown command "${command}"`);
  };
}
