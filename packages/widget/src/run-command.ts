import type { Attributes, Deskbell, DeskbellError, Identity, UpdateContact } from "@deskbell/sdk";
import type { App } from "./app.ts";
import { isLive } from "./conversation-state.ts";
import type { PageStorage } from "./page-storage.ts";
import type { Route } from "./route.ts";
import type { DeskbellUser } from "./settings.ts";

interface Doors {
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
  const home: Route = { name: "home" };
  const open = (...routes: Route[]) => show(home, ...routes);

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
    logout() {
      drafts.clear();
      inOrder(() => client.logout());
      show(home);
    },
    newMessage: (draft?: string) => open({ name: "chat", id: null, ...(draft ? { draft } : {}) }),
    sendMessage(send: string) {
      inOrder(async () => {
        await client.start();
        if (client.conversationList.get().status === "idle") await client.conversationList.load();
        const current = client.conversationList.get().items.find(isLive);
        open({ name: "chat", id: current?.id ?? null, send: String(send) });
      });
    },
    showHome: () => show(home),
    showArticles: () => show({ name: "articles" }),
    showTickets: () => show({ name: "tickets" }),
    showArticle: (slug: string, anchor?: string) => open({ name: "article", slug, anchor: anchor ?? null }),
    showTicket: (publicId: string) => show({ name: "tickets" }, { name: "ticket", publicId }),
    showConversation: (id: string) => open({ name: "chat", id }),
  };
  return (command, args) => commands[command]?.(...(args as never[]));
}
