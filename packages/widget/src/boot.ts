import type { ChannelSettings } from "@deskbell/sdk";

/** What a widget is started with. */
export interface Boot {
  /** Origin of the server, such as `https://help.example.com`. Empty: where the script came from. */
  host: string;
  channelKey: string;
  settings: ChannelSettings;
}
