import { fileURLToPath } from "node:url";
import { z } from "zod";
import { StaticFiles } from "../../http/static-files.ts";

const manifestSchema = z.object({ loader: z.string(), app: z.string(), assetsHash: z.string() });

/** The widget as it is built. Read when first asked for. */
export const widgetFiles = (): StaticFiles => {
  files ??= new StaticFiles(fileURLToPath(new URL("../../../../widget/dist", import.meta.url)));
  return files;
};
let files: StaticFiles | undefined;

/** Names of its files, and the hash of all that the loader fetches. */
export const widgetManifest = (): z.output<typeof manifestSchema> => {
  manifest ??= manifestSchema.parse(JSON.parse(widgetFiles().text("manifest.json")));
  return manifest;
};
let manifest: z.output<typeof manifestSchema> | undefined;
