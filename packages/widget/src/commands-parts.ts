export { toDeskbell } from "@deskbell/sdk/chat";
export { createCommands } from "./run-command.ts";
