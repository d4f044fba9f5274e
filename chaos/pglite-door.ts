import { createServer } from "node:http";
import { PGlite } from "@electric-sql/pglite";

/**
 * Preloaded into a node on the embedded database, which belongs to one process: answers statements from outside on a
 * port of its own, so that it can be read past the product while it runs.
 */
const create = PGlite.create.bind(PGlite) as (options: object) => Promise<PGlite>;
let opened: PGlite | null = null;
Object.assign(PGlite, {
  create: async (options: object) => {
    opened = await create(options);
    return opened;
  },
});

createServer(async (request, response) => {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const result = await opened?.query(Buffer.concat(chunks).toString());
    response.end(JSON.stringify(result?.rows ?? []));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
})
  .listen(Number(process.env.CHAOS_DOOR_PORT), "127.0.0.1")
  .unref();
