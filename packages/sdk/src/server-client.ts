import type { Page, PageQuery } from "@deskbell/contract";
import { backoff } from "./backoff.ts";
import { toDeskbellError } from "./deskbell-error.ts";
import { createRequest, type Request, type RequestSpec } from "./request.ts";
import { createTeamResources, type TeamResources } from "./team-resources.ts";

export interface ServerClientOptions {
  /** Origin of the server, such as `https://help.example.com`. */
  host: string;
  /** `dk_…` */
  apiKey: string;
  /** How often a request is repeated after a network error, 5xx or 429. Default 3. */
  retries?: number;
  /** Default: the global `fetch`. */
  fetch?: typeof fetch;
}

/** Deskbell from a server of your own. */
export interface ServerClient extends TeamResources {
  /**
   * Every row of a list, page by page as it is consumed.
   * @example for await (const ticket of deskbell.all((page) => deskbell.tickets.list({ view: "open", ...page }))) …
   */
  all<T>(list: (page: PageQuery) => Promise<Page<T>>): AsyncGenerator<T, void, undefined>;
}

/** A client for servers. Every create carries a clientId, so repeating one never makes a second. */
export function createServerClient(options: ServerClientOptions): ServerClient {
  const { host, apiKey, fetch, retries = 3 } = options;
  const request = createRequest({ host, apiKey, fetch, credentials: "omit" });
  return { ...createTeamResources(withRetries(request, retries)), all };
}

const withRetries =
  (request: Request, retries: number): Request =>
  async <T>(spec: RequestSpec): Promise<T> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await request<T>(spec);
      } catch (thrown) {
        const error = toDeskbellError(thrown);
        if (!error.temporary || attempt >= retries) throw error;
        await sleep(error.retryAfter ?? backoff(attempt), spec.signal);
      }
    }
  };

/** Ends early when aborted: the next attempt then says so. */
function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
  });
}

async function* all<T>(list: (page: PageQuery) => Promise<Page<T>>): AsyncGenerator<T, void, undefined> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await list(cursor === null ? {} : { cursor });
    yield* page.data;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
