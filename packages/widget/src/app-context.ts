import type { Deskbell, DeskbellError } from "@deskbell/sdk";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Shell } from "./app.ts";
import type { Locale } from "./locales.ts";
import type { PageStorage } from "./page-storage.ts";
import type { Route } from "./route.ts";
import type { Text } from "./text/en.ts";

/** What every part of the panel may use. */
export interface AppContext {
  shell: Shell;
  client: Deskbell;
  text: Text;
  locale: Locale;
  open: boolean;
  /** Why the session could not start. */
  problem: DeskbellError | null;
  /** The last one is shown. */
  stack: readonly Route[];
  /** What was typed and not yet sent, for as long as the tab lives. */
  drafts: PageStorage;
  /** On top of where we are. */
  go(route: Route): void;
  /** Instead of all that was open. */
  show(...stack: Route[]): void;
  back(): void;
  /** Tries to start the session again. */
  start(): void;
}

export const AppContext = createContext<AppContext | null>(null);

export function useApp(): AppContext {
  const app = useContext(AppContext);
  if (!app) throw new Error("AppContext is missing");
  return app;
}
