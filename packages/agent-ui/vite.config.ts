import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

const server = process.env.DESKBELL_SERVER ?? "http://127.0.0.1:4000";

export default defineConfig({
  base: "/console/",
  plugins: [preact({ devToolsEnabled: false })],
  build: { outDir: "dist", emptyOutDir: true, target: "es2023", sourcemap: false },
  server: { proxy: { "/v1": server, "/socket": { target: server, ws: true } } },
});
