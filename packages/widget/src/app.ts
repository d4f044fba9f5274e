import type { ChannelSettings } from "@deskbell/sdk";
import type { DeskbellEventName, EventDetail } from "./page-events.ts";
import type { WidgetSettings } from "./widget-settings.ts";

/** What the app module exports: everything behind the launcher, loaded when it is first needed. */
export interface AppModule {
  mountApp(shell: Shell): App;
}

/** What the app may ask of the page's side. */
export interface Shell {
  readonly host: string;
  readonly channelKey: string;
  readonly root: ShadowRoot;
  readonly settings: WidgetSettings;
  /** What the channel says now, when it differs from what was inlined. */
  learn(settings: ChannelSettings): void;
  close(): void;
  /** Shown on the launcher while the panel is closed. */
  setBadge(badge: string): void;
  emit<E extends DeskbellEventName>(name: E, detail: EventDetail<E>): void;
}

/** What the page's side may ask of the app. */
export interface App {
  setOpen(open: boolean): void;
  /** `shell.settings` has changed. */
  update(): void;
  run(command: string, args: readonly unknown[]): void;
  destroy(): void;
}
