import { fileURLToPath } from "node:url";
import type { Hono } from "hono";
import { StaticFiles } from "../../http/static-files.ts";

/** `/console`: the built agent console. Its own router owns every path below. */
export function consolePages(app: Hono<{ Variables: { requestId: string } }>): void {
  const files = new StaticFiles(fileURLToPath(new URL("../../../../agent-ui/dist", import.meta.url)));
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; font-src 'self'; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  app.get("/console/assets/:file", (http) =>
    files.answer(http, `assets/${http.req.param("file")}`, { immutable: true }),
  );
  app.on("GET", ["/console", "/console/*"], (http) => {
    http.header("content-security-policy", policy);
    return files.answer(http, "index.html", { immutable: false });
  });
}
