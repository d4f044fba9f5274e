import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "vite";
import { shared, target } from "./build-options.ts";

const root = import.meta.dirname;
const dist = join(root, "dist");

rmSync(join(dist, "assets"), { recursive: true, force: true });

const app = await build({
  ...shared,
  build: {
    target,
    outDir: dist,
    emptyOutDir: false,
    modulePreload: false,
    reportCompressedSize: false,
    // As a library: pages would otherwise get Vite's own code for preloading, which adds link elements to them.
    lib: {
      entry: {
        app: join(root, "src/mount.tsx"),
        chat: join(root, "src/chat-parts.ts"),
        deskbell: join(root, "src/deskbell.ts"),
        sections: join(root, "src/screens/section-parts.ts"),
      },
      formats: ["es"],
    },
    rolldownOptions: {
      preserveEntrySignatures: "allow-extension",
      output: {
        // Without a hash each, which costs as much as a line of code wherever one is named: their folder's name has one for all.
        entryFileNames: "assets/[name].js",
        chunkFileNames: "assets/[name].js",
        minify: true,
        comments: false,
        // One file until a contact can type, one more for the chat itself; late parts import from both.
        codeSplitting: {
          groups: [
            { name: "app", test: /mount\.tsx$/, priority: 2 },
            { name: "chat", test: /chat-parts\.ts$/, priority: 1 },
            // With the little that late parts share: in files of their own each would cost a round trip more.
            {
              name: "deskbell",
              test: /(src\/deskbell|use-load|far-dates|safe-href|local-words|StatusPill|use-field-id|Field)\.tsx?$/,
            },
            { name: "sections", test: /section-parts\.ts$/ },
          ],
        },
      },
    },
  },
});

/** Scripts of their own, each a single file: the loader, and what the server puts behind it for pages of another widget. */
const peers = ["chatwoot", "intercom", "zendesk", "crisp"].map((peer) => `compat/${peer}`);
for (const script of ["loader", "proactive", ...peers]) {
  await build({
    ...shared,
    build: {
      target,
      outDir: dist,
      emptyOutDir: false,
      reportCompressedSize: false,
      modulePreload: false,
      rolldownOptions: {
        input: { [script]: join(root, `src/${script}.ts`) },
        output: { format: "iife", entryFileNames: "[name].js" },
      },
    },
  });
}

const loader = readFileSync(join(dist, "loader.js"), "utf8");
if (loader.split("__DESKBELL_BOOT__").length !== 2)
  throw new Error("The loader must name __DESKBELL_BOOT__ exactly once.");
const loaderHash = createHash("sha256").update(loader).digest("hex").slice(0, 16);
/** Who imports whom: the server needs the first of them, `scripts/widget-sizes.ts` all. */
const chunks = [app]
  .flat()
  .flatMap((result) => ("output" in result ? result.output : []))
  .filter((file) => file.type === "chunk")
  .map(({ fileName, name, facadeModuleId, imports }) => ({
    file: fileName,
    name: facadeModuleId?.startsWith(`${root}/src/text/`) ? relative(join(root, "src/text"), facadeModuleId) : name,
    imports,
  }))
  .sort((a, b) => a.name.localeCompare(b.name));
const entry = chunks.find(({ name }) => name === "app")?.file;
const hash = createHash("sha256");
for (const { file } of chunks) hash.update(file).update(readFileSync(join(dist, file)));
const manifest = { loader: "loader.js", app: entry, assetsHash: hash.digest("hex").slice(0, 12), loaderHash, chunks };
writeFileSync(join(dist, "manifest.json"), JSON.stringify(manifest));
