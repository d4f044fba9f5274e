import { join } from "node:path";
import type { InlineConfig, Plugin } from "vite";

const root = import.meta.dirname;

/** What a browser needs for `light-dark()`, which halves the styles, and for `oklch(from …)`, which keeps the brand colour readable. */
export const target = ["chrome123", "safari17.5", "firefox128"];

/** Socket.IO's client, which stands in where WebSocket does not get through, must leave the page without a listener, too. */
const withoutPageListeners: Plugin = {
  name: "without-page-listeners",
  transform(code, id) {
    if (!/engine\.io-client\/build\/esm\/(socket|transports\/polling-xhr)\.js$/.test(id)) return null;
    const without = code.replaceAll('typeof addEventListener === "function"', "false");
    if (without === code) throw new Error(`${id} listens in another way than it used to`);
    return { code: without, map: null };
  },
};

/** The same for what the script tag loads and for the package: what is tested of one holds for the other. */
export const shared: InlineConfig = {
  root,
  plugins: [withoutPageListeners],
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  resolve: { alias: { "preact/jsx-runtime": join(root, "src/jsx-runtime.ts") } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
};
