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

/** Serves `examples/plain-html` with the script of `host`. */
export async function serveWebsite(host: string): Promise<Website> {
  const example = readFileSync(join(import.meta.dirname, "../examples/plain-html/index.html"), "utf8");
  const text = example.replaceAll("http://localhost:4000", host);
  const site = createServer((_, response) => response.setHeader("content-type", "text/html").end(text));
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
