import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildIfStale } from "./build.ts";
import { root } from "./workspace.ts";

// Whoever types this wants the addresses, not a log of requests.
process.env.DESKBELL_LOG ||= "warn";

if (!(await buildIfStale())) process.exit(1);
// In this very process, so that signals and the exit code need nobody to pass them on.
await import(pathToFileURL(join(root, "packages/server/src/main.ts")).href);
