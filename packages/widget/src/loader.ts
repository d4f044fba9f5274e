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
  const script = document.currentScript as HTMLScriptElement | null;
  boot.host ||= script ? new URL(script.src).origin : "";
  const run = startWidget(
    boot,
    (attempt): Promise<AppModule> => import(/* @vite-ignore */ boot.host + boot.app + (attempt ? `?${attempt}` : "")),
    () => {
      delete window.Deskbell;
    },
  ) as DeskbellFunction;
  run.channelKey = boot.channelKey;
  window.Deskbell = run;
  for (const args of stub?.q ?? []) (run as (...args: unknown[]) => unknown)(...Array.from(args));
}
