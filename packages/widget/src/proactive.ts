import type { PageRule } from "@deskbell/sdk";
import type { Boot } from "./boot.ts";
import { watchRules } from "./proactive/watch-rules.ts";

/** The server puts the channel's JSON here, and the calls that waited for the loader, and all of it behind the loader where there are rules. */
declare const __DESKBELL_PROACTIVE__: Boot & { rules: PageRule[] };
declare const __DESKBELL_QUEUE__: Iterable<unknown>[];

const boot = __DESKBELL_PROACTIVE__;
const { src } = document.currentScript as HTMLScriptElement;
watchRules({ ...boot, host: boot.host || new URL(src).origin }, __DESKBELL_QUEUE__);
