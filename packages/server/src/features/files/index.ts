export { attachFiles, holdFiles, releaseFiles } from "./attach-files.ts";
export { scanFile } from "./jobs.ts";
export { presentAttachment } from "./present.ts";
