import type { DeskbellCommand, DeskbellCommands } from "../commands.ts";
import type { DeskbellEventName, DeskbellPageEvents } from "../page-events.ts";

/** Another widget's globals: any shape, by any page. */
export type Loose = Record<string, unknown>;
export const globals = window as unknown as Loose;

/** One of our own commands. `window.Deskbell` is asked for each time: the page may have destroyed it. */
export const run = <C extends DeskbellCommand>(command: C, ...args: Parameters<DeskbellCommands[C]>) =>
  window.Deskbell?.(command, ...args);

/** Hears our events. */
export const on = <E extends DeskbellEventName>(
  name: E,
  handler: (event: DeskbellPageEvents[E]) => void,
): (() => void) | undefined => run("on", name as DeskbellEventName, handler as () => void);

/** Says once for each call that nothing comes of it. */
export function createUnanswered(peer: string): (call: string) => null {
  const known = new Set<string>();
  return (call) => {
    if (!known.has(call)) console.warn(`Deskbell: ${peer}'s ${call} has no counterpart, see docs/migrate-widget.md`);
    known.add(call);
    return null;
  };
}

/** What is asked about the widget and what it tells only when it changes. */
export function watchState(): { readonly isOpen: boolean; readonly unread: number } {
  const state = { isOpen: false, unread: 0 };
  on("open", () => (state.isOpen = true));
  on("close", () => (state.isOpen = false));
  on("unreadCountChange", ({ count }) => (state.unread = count));
  return state;
}

/** Runs what pages called before the script had loaded; a fault of one call stops no other. */
export function replay(calls: unknown, run: (...args: unknown[]) => unknown): void {
  if (!Array.isArray(calls)) return;
  for (const call of calls) {
    try {
      run(...Array.from(call as ArrayLike<unknown>));
    } catch (error) {
      console.error(error);
    }
  }
}

export const isObject = (value: unknown): value is Loose => typeof value === "object" && value !== null;

/** `undefined` unless it is text or a number. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;

/** What our attributes hold; anything deeper is kept as JSON. */
export const attributesFrom = (values: Loose) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && typeof value !== "function")
      .map(([key, value]) => [
        key,
        isObject(value) ? JSON.stringify(value) : (value as string | number | boolean | null),
      ]),
  );

export const sideOf = (value: unknown): "left" | "right" | undefined =>
  value === "left" || value === "right" ? value : undefined;

/** Without the keys that are `undefined`. */
export const given = <T extends object>(values: T): { [K in keyof T]: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as never;
