import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Hono } from "hono";
import { html } from "hono/html";
import { StaticFiles } from "../../http/static-files.ts";

const readerFolder = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

/** `/docs`: reads `/openapi.json` to people. It loads nothing from elsewhere and tells nobody. */
export function apiDocsPages(app: Hono<{ Variables: { requestId: string } }>): void {
  const files = new StaticFiles(readerFolder, ["swagger-ui.css", "swagger-ui-bundle.js"]);

  app.get("/docs", (http) => {
    http.header("content-security-policy", policy);
    return http.html(page);
  });
  app.get("/docs/reader.js", (http) => {
    http.header("content-type", "text/javascript; charset=utf-8");
    return http.body(script);
  });
  app.get("/docs/:file", (http) => files.answer(http, http.req.param("file"), { immutable: false }));
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · Deskbell</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<style>
  body { margin: 0; background: #fff }
  .swagger-ui .info { margin: 32px 0 16px }
  .swagger-ui .scheme-container { box-shadow: none; padding: 8px 0 16px }
</style>
</head>
<body>
<noscript>This page needs JavaScript. The document itself is at <a href="/openapi.json">/openapi.json</a>.</noscript>
<div id="reader"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/reader.js"></script>
</body>
</html>`;

// `validatorUrl` would send the document's address to swagger.io.
const script = `SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#reader",
  validatorUrl: null,
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
});
`;
