import type { Session } from "@deskbell/contract";
import { DeskbellError } from "./deskbell-error.ts";
import { createCell, type Observable } from "./observable.ts";
import type { Request } from "./request.ts";
import { createSessions } from "./resources/sessions.ts";
import type { KeyValueStore } from "./storage.ts";

export interface SessionKeeper {
  readonly session: Observable<Session | null>;
  /** Starts or resumes; concurrent calls share one request. */
  start(): Promise<Session>;
  /** Replaces a session that the server no longer knows; concurrent calls share one request. */
  replace(token: string): Promise<Session>;
  /** Forgets it here and answers with its token. */
  forget(): string | null;
  /** Requests as this session, which is started first and replaced once when it has ended. */
  readonly request: Request;
}

export function createSessionKeeper(request: Request, channelKey: string, storage: KeyValueStore): SessionKeeper {
  const key = `deskbell:${channelKey}:session`;
  const session = createCell<Session | null>(null);
  const sessions = createSessions(request);
  let starting: Promise<Session> | null = null;
  let generation = 0;

  function start(): Promise<Session> {
    const present = session.get();
    if (present) return Promise.resolve(present);
    if (!starting) {
      const mine = begin().finally(() => {
        if (starting === mine) starting = null;
      });
      starting = mine;
    }
    return starting;
  }

  async function begin(): Promise<Session> {
    const asked = generation;
    const token = storage.get(key);
    const started = await ask(token);
    // Logged out meanwhile: this answer belongs to nobody here any more.
    if (asked !== generation) return start();
    storage.set(key, started.token);
    session.set(started);
    return started;
  }

  async function ask(token: string | null): Promise<Session> {
    if (!token) return sessions.start({ channelKey });
    try {
      return await sessions.start({ channelKey, token });
    } catch (thrown) {
      if (!hasEnded(thrown)) throw thrown;
      return sessions.start({ channelKey });
    }
  }

  function replace(token: string): Promise<Session> {
    if (session.get()?.token === token) session.set(null);
    // Another page may have replaced it already; then its token is resumed.
    if (storage.get(key) === token) storage.remove(key);
    return start();
  }

  function forget(): string | null {
    generation += 1;
    starting = null;
    const token = session.get()?.token ?? storage.get(key);
    storage.remove(key);
    session.set(null);
    return token;
  }

  return {
    session,
    start,
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

const hasEnded = (thrown: unknown): boolean => thrown instanceof DeskbellError && thrown.status === 401;
