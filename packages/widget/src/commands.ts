import type { Attributes, Identity } from "@deskbell/sdk";
import type { DeskbellEventName, DeskbellPageEvents } from "./page-events.ts";
import type { DeskbellSettings, DeskbellUser, Theme } from "./settings.ts";

/** Everything `Deskbell(command, …args)` understands. Anything else warns once in the console and never throws. */
export interface DeskbellCommands {
  /** Draws the launcher, with these settings. The script does it by itself; call it again to change settings. */
  boot(settings?: DeskbellSettings): void;
  /** Changes settings of the running widget. */
  update(settings: DeskbellSettings): void;
  /** Opens the panel. */
  open(): void;
  /** Closes the panel. */
  close(): void;
  /** Opens the panel when it is closed, and closes it when it is open. */
  toggle(): void;
  /** Shows the launcher. */
  show(): void;
  /** Hides the launcher. The panel can still be opened by command. */
  hide(): void;
  /**
   * Tells who the visitor is. Takes effect as soon as the visitor opens the widget. What `user` says is not verified; `identity`
   * proves who it is, such as `{ token }` with a JWT from your server, and brings their conversations from other devices.
   */
  identify(user: DeskbellUser | null, identity?: Identity): void;
  /** Ends the session: conversations of this visitor are no longer shown in this browser. */
  logout(): void;
  /** Sets free attributes of the contact: text, numbers, booleans. Not verified. */
  setAttributes(attributes: Attributes): void;
  /** Removes one of the contact's free attributes. */
  deleteAttribute(key: string): void;
  /** Sets free attributes of the conversation that is under way, or of the next one: text, numbers, booleans; `null` removes. Not verified. */
  setConversationAttributes(attributes: Attributes): void;
  /** Labels the conversation that is under way, or the next one, for the team. */
  addLabel(label: string): void;
  /** Takes a label off again. */
  removeLabel(label: string): void;
  /** Tells the team what the visitor did on the page, such as `checkout.started`. Takes effect as soon as the visitor opens the widget. */
  track(name: string, attributes?: Attributes): void;
  /** Speaks this language from now on. BCP 47, such as `de`; English where it is not spoken. */
  setLocale(locale: string): void;
  /** Light, dark, or as the visitor's system (`auto`). */
  setTheme(theme: Theme): void;
  /** Opens a new conversation with `text` in the composer. */
  newMessage(text?: string): void;
  /** Opens a conversation (the open one, or a new one) and sends `text` in the visitor's name. */
  sendMessage(text: string): void;
  /** Opens the panel at its first screen. */
  showHome(): void;
  /** Opens the panel at the help centre's articles. */
  showArticles(): void;
  /** Opens the panel at the visitor's tickets. */
  showTickets(): void;
  /** Opens an article by its slug; `anchor` is one of its headings. */
  showArticle(slug: string, anchor?: string): void;
  /** Opens one of the visitor's tickets by its public id. */
  showTicket(publicId: string): void;
  /** Opens one of the visitor's conversations. */
  showConversation(id: string): void;
  /** Calls `handler` for every event of this name. Returns the way to stop. */
  on<E extends DeskbellEventName>(event: E, handler: (event: DeskbellPageEvents[E]) => void): () => void;
  /** Stops `handler`; without one, all handlers of the event. */
  off<E extends DeskbellEventName>(event: E, handler?: (event: DeskbellPageEvents[E]) => void): void;
  /**
   * Opens a report of what works in this page and what does not, with what to do: script, policy, storage, server, sockets,
   * clock, allowed website, identity. For developers; see docs/troubleshooting.md.
   */
  diagnose(): void;
  /** Removes the widget from the page: nodes, listeners, sockets and the global. */
  destroy(): void;
}

export type DeskbellCommand = keyof DeskbellCommands;

/** `window.Deskbell`. */
export type DeskbellFunction = {
  <C extends DeskbellCommand>(command: C, ...args: Parameters<DeskbellCommands[C]>): ReturnType<DeskbellCommands[C]>;
  /** Calls made before the script had loaded, by the stub of the snippet. */
  q?: Iterable<unknown>[];
  /** The channel that is running; absent on a stub. */
  channelKey?: string;
  /** Proactive messages are watched for. */
  proactive?: boolean;
  /** The calls of another widget are answered, too. */
  compat?: boolean;
};

/** The page's events as DOM events on `window`: `event.detail` is what `on()` hands over. */
type DeskbellDomEvents = { [E in DeskbellEventName as `deskbell:${E}`]: CustomEvent<DeskbellPageEvents[E]> };

declare global {
  interface WindowEventMap extends DeskbellDomEvents {}
  interface Window {
    Deskbell?: DeskbellFunction;
    deskbellSettings?: DeskbellSettings;
  }
}
