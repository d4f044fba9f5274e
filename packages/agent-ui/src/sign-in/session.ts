import { type Agent, DeskbellError, type Me } from "@deskbell/sdk/agent";
import { signal } from "@preact/signals";
import { client } from "../client.ts";

export type SessionState =
  | { status: "checking" }
  | { status: "unreachable" }
  | { status: "out"; reason: "none" | "expired" | "signed-out" | "no-workspace" }
  | { status: "in"; me: SignedIn };

/** The console is always somebody's: the cookie names an agent. */
export interface SignedIn extends Me {
  agent: Agent;
}

export const session = signal<SessionState>({ status: "checking" });

/** Asks the server who this is. The address stays as it is, so signing in again leads back to where one was. */
export async function checkSession(): Promise<void> {
  try {
    const me = await client.me();
    session.value = me.agent ? { status: "in", me: { ...me, agent: me.agent } } : { status: "out", reason: "none" };
  } catch (error) {
    session.value = stateAfter(error);
  }
}

/** A socket that is turned away may mean that the session is over; only the server knows. */
export async function recheckSession(): Promise<void> {
  try {
    await client.me();
  } catch (error) {
    noticeError(error);
  }
}

/** Any answer that the session is gone, from anywhere, leads to the sign-in. */
export function noticeError(error: unknown): void {
  if (session.value.status === "in" && endsSession(error)) session.value = { status: "out", reason: "expired" };
}

function endsSession(error: unknown): boolean {
  return error instanceof DeskbellError && (error.code === "unauthenticated" || error.code === "session_expired");
}

/** For screens, which only exist while somebody is signed in. */
export function useMe(): SignedIn {
  const state = session.value;
  if (state.status !== "in") throw new Error("A screen was shown to nobody.");
  return state.me;
}

function stateAfter(error: unknown): SessionState {
  if (endsSession(error)) return { status: "out", reason: "none" };
  if (error instanceof DeskbellError && error.code === "forbidden") return { status: "out", reason: "no-workspace" };
  return { status: "unreachable" };
}
