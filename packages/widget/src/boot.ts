import type { ChannelSettings } from "@deskbell/sdk";

/** What a widget is started with. The server writes it into `/w/<key>.js` in the place of `__DESKBELL_BOOT__`. */
export interface Boot {
  /** Origin of the server, such as `https://help.example.com`. Empty: where the script came from. */
  host: string;
  channelKey: string;
  /** Keys left out take {@link defaultSettings} until the session brings them. */
  settings: Partial<ChannelSettings>;
}

/** Shown until the channel's own settings are known. */
export const defaultSettings: ChannelSettings = {
  brandColor: "#4f46e5",
  greeting: "",
  tagline: "",
  position: "right",
  locale: null,
  botName: "Deskbell",
};
