import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** Somebody else's website, on an origin of its own, with the script of our server in it. */
export interface Website {
  origin: string;
  close(): Promise<void>;
}

/** Serves `examples/plain-html`, or another page, with the script of `host`. Every path answers the same. */
export async function serveWebsite(
  host: string,
  { html = plainHtml(), headers = {} }: { html?: string; headers?: Record<string, string> } = {},
): Promise<Website> {
  const text = html.replaceAll("http://localhost:4000", host);
  const site = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html", ...headers }).end(text),
  );
  return listen(site);
}

async function listen(site: Server): Promise<Website> {
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  return {
    origin: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    close: async () => {
      site.closeAllConnections();
      site.close();
      await once(site, "close");
    },
  };
}

/** Serves a folder that was built, with the script, or the SDK, of `host`. Every path that is no file is its first page. */
export async function serveFolder(host: string, folder: string): Promise<Website> {
  const site = createServer((request, response) => {
    const path = join(folder, new URL(request.url ?? "/", "http://site").pathname);
    const isScript = path.endsWith(".js");
    const text = readFileSync(isScript ? path : join(folder, "index.html"), "utf8");
    response
      .writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" })
      .end(text.replaceAll("http://localhost:4000", host));
  });
  return listen(site);
}

const plainHtml = () => readFileSync(join(import.meta.dirname, "../examples/plain-html/index.html"), "utf8");
