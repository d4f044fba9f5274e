import type { ChannelSettings } from "@deskbell/sdk";
import type { Boot } from "./boot.ts";
import type { DeskbellCommand, DeskbellCommands } from "./commands.ts";
import type { DeskbellSettings } from "./settings.ts";
import { startWidget } from "./start-widget.ts";

export type { DeskbellCommand, DeskbellCommands, DeskbellFunction } from "./commands.ts";
export type { DeskbellEventName, DeskbellPageEvents } from "./page-events.ts";
export type { DeskbellSettings, DeskbellUser, Preset, Theme } from "./settings.ts";

export interface MountOptions extends DeskbellSettings {
  /** Origin of the server, such as `https://help.example.com`. */
  host: string;
  /** The public key of a channel of kind `website`. */
  channelKey: string;
}

/** Until the session brings the channel's own. */
const defaults: ChannelSettings = {
  brandColor: "#4f46e5",
  greeting: "",
  tagline: "",
  position: "right",
  offsetX: 20,
  offsetY: 20,
  theme: "auto",
  preset: "classic",
  title: null,
  logoUrl: null,
  locale: null,
  botName: "Deskbell",
  files: { kinds: [], maxBytes: 0 },
  announcement: null,
  links: [],
};

const commands: Record<DeskbellCommand, true> = {
  boot: true,
  update: true,
  open: true,
  close: true,
  toggle: true,
  show: true,
  hide: true,
  identify: true,
  logout: true,
  setAttributes: true,
  deleteAttribute: true,
  setConversationAttributes: true,
  addLabel: true,
  removeLabel: true,
  track: true,
  setLocale: true,
  setTheme: true,
  newMessage: true,
  sendMessage: true,
  showHome: true,
  showArticles: true,
  showTickets: true,
  showArticle: true,
  showTicket: true,
  showConversation: true,
  on: true,
  off: true,
  diagnose: true,
  destroy: true,
};

/**
 * Puts the widget on the page from a bundle instead of a script tag: the launcher now, the rest when it is first
 * wanted. Every command is a method. Call it in a browser only, once per channel; `destroy()` leaves nothing behind.
 * @param parent Where its element goes, such as a modal `<dialog>`, under which nothing else can be clicked. Default:
 * beside `<body>`, where it survives pages that replace their body.
 */
export function mountDeskbell(options: MountOptions): DeskbellCommands;
export function mountDeskbell(parent: Element | null | undefined, options: MountOptions): DeskbellCommands;
export function mountDeskbell(...args: [MountOptions] | [Element | null | undefined, MountOptions]): DeskbellCommands {
  const [parent, options] = args.length === 1 ? [null, args[0]] : args;
  const { host, channelKey, ...settings } = options;
  const boot: Boot = { host: host.replace(/\/+$/, ""), channelKey, settings: defaults };
  const run = startWidget(
    boot,
    () => import("./mount.tsx"),
    () => {},
  );
  // The loader has no use for another place, and no bytes for the question.
  const element = document.documentElement.lastElementChild;
  if (parent && element) parent.append(element);
  run("boot", settings);
  const methods = Object.keys(commands).map((command) => [command, (...args: unknown[]) => run(command, ...args)]);
  return Object.fromEntries(methods);
}
