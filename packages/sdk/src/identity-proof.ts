import type { Identity } from "@deskbell/contract";
import { DeskbellError } from "./deskbell-error.ts";

/** How this client proves who the contact is, if it does. */
export interface Proof {
  /** From now on this one; `null`: the one that `getToken` gets. */
  give(identity: Identity | null): void | Promise<void>;
  /** Nobody any more, until one is given again. */
  forget(): void;
  /** Does `ask` with a proof, or `null`; with a fresh one once more when the server says that it has expired. */
  use<T>(ask: (identity: Identity | null) => Promise<T>): Promise<T>;
}

export interface ProofConfig {
  identity?: Identity | undefined;
  getToken?: (() => Promise<string | null>) | undefined;
  /** A minute before a token expires that `getToken` can renew. */
  onExpiring(): void;
}

const EARLY_MS = 60_000;

export function createProof({ identity, getToken, onExpiring }: ProofConfig): Proof {
  let given: Identity | null = identity ?? null;
  let isForgotten = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function present(isFresh: boolean): Promise<Identity | null> {
    if (isForgotten) return null;
    // What the page has given counts until it no longer does.
    if (given && !(isFresh && getToken)) return given;
    if (!getToken) return null;
    given = null;
    try {
      const token = await getToken();
      return token ? { token } : null;
    } catch (thrown) {
      if (thrown instanceof DeskbellError) throw thrown;
      const message = "The website could not prove who you are.";
      throw new DeskbellError(
        { code: "identity_required", message, status: null, requestId: null, fields: {} },
        { cause: thrown },
      );
    }
  }

  function watch(identity: Identity | null): void {
    clearTimeout(timer);
    if (!getToken || isForgotten || !identity || !("token" in identity)) return;
    const expiresAt = expiryOf(identity.token);
    if (expiresAt === null) return;
    timer = setTimeout(
      () => {
        given = null;
        onExpiring();
      },
      Math.max(expiresAt - EARLY_MS - Date.now(), 1_000),
    );
    // In Node it keeps no process alive.
    if (typeof timer === "object") timer.unref();
  }

  return {
    give(identity) {
      given = identity;
      isForgotten = false;
    },
    forget() {
      given = null;
      isForgotten = true;
      clearTimeout(timer);
    },
    async use(ask) {
      const identity = await present(false);
      try {
        const answer = await ask(identity);
        watch(identity);
        return answer;
      } catch (thrown) {
        const isExpired = thrown instanceof DeskbellError && thrown.code === "identity_expired";
        if (!isExpired || !getToken || isForgotten) throw thrown;
        const fresh = await present(true);
        if (!fresh) throw thrown;
        const answer = await ask(fresh);
        watch(fresh);
        return answer;
      }
    },
  };
}

/** When a JWT says it expires, in ms since the epoch; the server is who checks it. */
function expiryOf(token: string): number | null {
  try {
    const claims = (token.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/");
    const { exp } = JSON.parse(atob(claims)) as { exp?: unknown };
    return typeof exp === "number" ? exp * 1000 : null;
  } catch {
    // No token at all: the server will say so.
    return null;
  }
}
