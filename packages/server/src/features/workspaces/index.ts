export { findWorkspace } from "./find-workspace.ts";
export { presentWorkspace } from "./present.ts";
export { getWorkspace, type WorkspaceRow } from "./queries.ts";
