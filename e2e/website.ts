import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
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

const plainHtml = () => readFileSync(join(import.meta.dirname, "../examples/plain-html/index.html"), "utf8");
