import type { AppModule } from "./app.ts";
import type { Boot } from "./boot.ts";
import type { DeskbellFunction } from "./commands.ts";
import { startWidget } from "./start-widget.ts";

/** The server puts the channel's JSON here: one request, no second one to learn the settings. */
declare const __DESKBELL_BOOT__: Boot & { /** Path of the app's module on the host. */ app: string };

const stub = window.Deskbell;
// A page may well carry the script twice.
if (!stub?.channelKey) {
  const boot = __DESKBELL_BOOT__;
  const { src } = document.currentScript as HTMLScriptElement;
  const run = startWidget(
    boot,
    // Absolute, since scripts of other origins have no base; and a folder rather than a query for each attempt, since
    // what the app imports must then be asked for anew as well, and from the same app.
    (failures): Promise<AppModule> =>
      import(/* @vite-ignore */ new URL(boot.app.replace("ts/", `ts/${failures}`), src) as unknown as string),
    () => {
      delete window.Deskbell;
    },
  ) as DeskbellFunction;
  run.channelKey = boot.channelKey;
  window.Deskbell = run;
  for (const args of stub?.q ?? []) (run as (...args: unknown[]) => unknown)(...args);
}
