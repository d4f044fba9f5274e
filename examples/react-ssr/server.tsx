import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { renderToString } from "react-dom/server";
import { App } from "./App.tsx";

const client = join(import.meta.dirname, "../client");
const page = await readFile(join(client, "index.html"), "utf8");

const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  if (extname(path) === ".js") {
    const script = await readFile(join(client, path)).catch(() => null);
    response.writeHead(script ? 200 : 404, { "content-type": "text/javascript" }).end(script);
    return;
  }
  const drawnAt = new Date().toISOString();
  const html = renderToString(<App drawnAt={drawnAt} />);
  response
    .writeHead(200, { "content-type": "text/html" })
    .end(page.replace('<div id="root"></div>', `<div id="root" data-drawn-at="${drawnAt}">${html}</div>`));
});
server.listen(Number(process.env.PORT ?? 3000), () => console.info("Open http://localhost:3000"));
