import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build, type InlineConfig } from "vite";

const root = import.meta.dirname;
const dist = join(root, "dist");

/** What a browser needs for `light-dark()`, which halves the styles. */
const target = ["chrome123", "safari17.5", "firefox120"];

const shared: InlineConfig = {
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
};

rmSync(join(dist, "assets"), { recursive: true, force: true });

await build({
  ...shared,
  build: {
    target,
    outDir: dist,
    emptyOutDir: false,
    modulePreload: false,
    reportCompressedSize: false,
    // As a library: pages would otherwise get Vite's own code for preloading, which adds link elements to them.
    lib: { entry: { app: join(root, "src/mount.tsx") }, formats: ["es"] },
    rolldownOptions: {
      preserveEntrySignatures: "allow-extension",
      output: {
        entryFileNames: "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
        minify: true,
        // One file until a contact can type, one more for the chat itself; late parts import from both.
        codeSplitting: {
          groups: [
            { name: "app", test: /mount\.tsx$/, priority: 2 },
            { name: "chat", test: /chat-parts\.ts$|^\0?rolldown\/runtime/, priority: 1 },
          ],
        },
      },
    },
  },
});

/** Scripts of their own, each a single file: the loader, and what the server puts behind it for pages of another widget. */
const peers = ["chatwoot", "intercom", "zendesk", "crisp"].map((peer) => `compat/${peer}`);
for (const script of ["loader", ...peers]) {
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
const assets = readdirSync(join(dist, "assets")).sort();
const app = assets.find((name) => name.startsWith("app-"));
const loaderHash = createHash("sha256").update(loader).digest("hex").slice(0, 16);
writeFileSync(join(dist, "manifest.json"), JSON.stringify({ loader: "loader.js", app: `assets/${app}`, loaderHash }));

for (const file of ["loader.js", ...peers.map((peer) => `${peer}.js`), ...assets.map((name) => `assets/${name}`)]) {
  const code = readFileSync(join(dist, file));
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(2).padStart(7)} KB`;
  console.info(`${kilobytes(code.length)} ${kilobytes(brotliCompressSync(code).length)} brotli  ${file}`);
}
