import type { Identity, Session } from "@deskbell/contract";
import { DeskbellError } from "./deskbell-error.ts";
import type { Proof } from "./identity-proof.ts";
import { createCell, type Observable } from "./observable.ts";
import type { Request } from "./request.ts";
import type { KeyValueStore } from "./storage.ts";

export interface SessionKeeper {
  readonly session: Observable<Session | null>;
  /** Starts or resumes; concurrent calls share one request. */
  start(): Promise<Session>;
  /** Goes on as who the proof says now: another, or the same anew. */
  prove(): Promise<Session>;
  /** Replaces a session that the server no longer knows; concurrent calls share one request. */
  replace(token: string): Promise<Session>;
  /** Forgets it here, and who it proved to be, and answers with its token. */
  forget(): string | null;
  /** Requests as this session, which is started first and replaced once when it has ended. */
  readonly request: Request;
}

export function createSessionKeeper(
  request: Request,
  channelKey: string,
  storage: KeyValueStore,
  proof: Proof,
): SessionKeeper {
  const key = `deskbell:${channelKey}:session`;
  const session = createCell<Session | null>(null);
  let starting: Promise<Session> | null = null;
  let generation = 0;

  function start(): Promise<Session> {
    adopt();
    const present = session.get();
    if (present) return Promise.resolve(present);
    return starting ?? starts(begin());
  }

  function starts(begun: Promise<Session>): Promise<Session> {
    const mine = begun.finally(() => {
      if (starting === mine) starting = null;
    });
    starting = mine;
    return mine;
  }

  function prove(): Promise<Session> {
    const before = starting;
    // Whatever is being started comes first: it is who joins.
    return starts(before ? before.then(begin, begin) : begin());
  }

  async function begin(): Promise<Session> {
    const asked = generation;
    const started = await proof.use(ask);
    // Logged out meanwhile: this answer belongs to nobody here any more.
    if (asked !== generation) return start();
    storage.set(key, `${started.token} ${started.contact.id}`);
    session.set(started);
    return started;
  }

  async function ask(identity: Identity | null): Promise<Session> {
    const startWith = (token?: string) =>
      request<Session>({
        method: "POST",
        path: ["sessions"],
        body: { channelKey, token, identity: identity ?? undefined },
      });
    for (let token = kept()?.token; token; ) {
      try {
        return await startWith(token);
      } catch (thrown) {
        if (!hasEnded(thrown)) throw thrown;
        const now = kept()?.token;
        // Another page went on with this session meanwhile: then its token is resumed.
        token = now === token ? undefined : now;
      }
    }
    return startWith();
  }

  function kept(): { token: string; contactId: string | undefined } | null {
    const [token, contactId] = storage.get(key)?.split(" ") ?? [];
    return token ? { token, contactId } : null;
  }

  /** Every resume gives another token; a page that goes on with an old one would be refused one day. */
  function adopt(): void {
    const [present, now] = [session.get(), kept()];
    if (!present || !now || now.token === present.token) return;
    const isSame = now.contactId === present.contact.id;
    session.set(isSame ? { ...present, token: now.token } : null);
  }

  function replace(token: string): Promise<Session> {
    if (session.get()?.token === token) session.set(null);
    // Another page may have replaced it already; then its token is resumed.
    if (kept()?.token === token) storage.remove(key);
    return start();
  }

  function forget(): string | null {
    generation += 1;
    starting = null;
    proof.forget();
    const token = session.get()?.token ?? kept()?.token ?? null;
    storage.remove(key);
    session.set(null);
    return token;
  }

  return {
    session,
    start,
    prove,
    replace,
    forget,
    request: async <T>(spec: Parameters<Request>[0]): Promise<T> => {
      const { token } = await start();
      try {
        return await request<T>(as(token, spec));
      } catch (thrown) {
        if (!hasEnded(thrown)) throw thrown;
        const fresh = await replace(token);
        return request<T>(as(fresh.token, spec));
      }
    },
  };
}

/** The same request with a contact's credential. */
export const as = (token: string, spec: Parameters<Request>[0]): Parameters<Request>[0] => ({
  ...spec,
  headers: { ...spec.headers, authorization: `Bearer ${token}` },
});

const hasEnded = (thrown: unknown): boolean =>
  thrown instanceof DeskbellError && (thrown.code === "session_expired" || thrown.code === "unauthenticated");
