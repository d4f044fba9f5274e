import type { Attributes, Identity, Preset, Theme } from "@deskbell/sdk";

export type { Preset, Theme } from "@deskbell/sdk";

/** `window.deskbellSettings`, the argument of `boot` and `update`. Every key is optional and wins over the channel's own. */
export interface DeskbellSettings {
  /** BCP 47, such as `de` or `pt-BR`. Default: the channel's, then the browser's. Falls back to English. */
  locale?: string | null;
  /** `light`, `dark`, or `auto`: as the visitor's system. */
  theme?: Theme;
  /** `#rrggbb`. Text on it is chosen for contrast. */
  brandColor?: string;
  /** The corner of the page. */
  position?: "left" | "right";
  /** Pixels between the page's side and what we draw. CSS of yours wins: `--deskbell-x`. */
  offsetX?: number;
  /** Pixels between the page's bottom and what we draw. CSS of yours wins: `--deskbell-y`. */
  offsetY?: number;
  /** A look by its name: values for the custom properties of `deskbell-widget`, of which CSS of yours wins. */
  preset?: Preset;
  /** What the panel is called, on its home and to screen readers. */
  title?: string | null;
  /** Absolute URL of a picture on the home. One that cannot be shown is left out. */
  logoUrl?: string | null;
  /** The first line of the panel. */
  greeting?: string;
  /** The line below it. */
  tagline?: string;
  /** CSS selector of your own elements that open and close the panel, such as `.help-button`; also of those that come later. */
  launcherSelector?: string;
  /** `true` draws no launcher: open the panel with `Deskbell("open")`. */
  hideLauncher?: boolean;
  /** `true` shows no previews of what comes in while the panel is closed, leaves the page's title alone and makes no sound. The badge stays. */
  hideNotices?: boolean;
  /** Default 2147483000. */
  zIndex?: number;
  /** Who the contact says to be; see `identify`. */
  user?: DeskbellUser;
  /** Proves who the contact is; see `identify`. */
  identity?: Identity;
  /**
   * Asks your server for an identity token (a JWT); `null` when nobody is signed in. Called when the widget is first opened, before
   * the token expires and when it has; after `logout` no more, until `identify`.
   */
  getToken?: () => Promise<string | null>;
}

/** What a page may say about its visitor. Unverified: the team sees it as such. */
export interface DeskbellUser {
  /** As the team should address them; at most 120 characters. */
  name?: string | null;
  /** Where answers go by e-mail. */
  email?: string | null;
  /** At most 40 characters. */
  phone?: string | null;
  /** Free attributes: text, numbers, booleans; `null` removes. */
  attributes?: Attributes;
}
