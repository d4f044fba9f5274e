import type { DeskbellError, Message, Unsent } from "@deskbell/sdk";
import type { LiveChat } from "@deskbell/sdk/chat";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Shell } from "./app.ts";
import type { Locale } from "./locales.ts";
import type { PageStorage } from "./page-storage.ts";
import type { Route } from "./route.ts";
import type { ChatText } from "./text/chat/en.ts";
import type { CoreText } from "./text/core/en.ts";
import type { Text } from "./text/load-text.ts";
import type { Presence } from "./watch-presence.ts";

/** What every part of the panel may use from the first moment. */
export interface PanelContext {
  shell: Shell;
  text: CoreText & Partial<ChatText>;
  locale: Locale;
  open: boolean;
  /** The last one is shown. */
  stack: readonly Route[];
  /** What was typed and not yet sent, for as long as the tab lives. */
  drafts: PageStorage;
  /** What was sent before the chat was here. */
  unsent: Unsent;
  /** On top of where we are. */
  go(route: Route): void;
  /** Instead of all that was open. */
  show(...stack: Route[]): void;
  back(): void;
  /** The chat's own parts, and with them all of `AppContext`: `null` until they are here. */
  chat: typeof import("./chat-parts.ts") | null;
  /** They could not be had so far. */
  missing: boolean;
  /** Tries again to get them. */
  retry(): void;
  /** Where the contact writes who may have one conversation at a time; `null` where a new one begins. */
  current: string | null;
  /** Why the session could not start. */
  problem: DeskbellError | null;
  unread: number;
}

/** What parts may use that come with the chat or later. */
export interface AppContext extends PanelContext {
  text: Text;
  client: LiveChat;
  /** Tries to start the session again. */
  start(): void;
  /** The last thing that others said while nobody looked. */
  notice: Message | null;
  presence: Presence;
  askPresence(): void;
}

type Known = PanelContext & Partial<Pick<AppContext, "client">>;

/** Nothing of the panel is drawn outside of it. */
export const AppContext = createContext<Known>(null as unknown as Known);

export const usePanel = () => useContext(AppContext);

/** Only for parts that are drawn once the chat is here. */
export const useApp = usePanel as () => AppContext;
