import { signal } from "@preact/signals";
import { client } from "../client.ts";
import { queryClient } from "../query-client.ts";
import { checkSession, session } from "./session.ts";

export type SignInError = "wrong" | "origin" | "rateLimited" | "network" | "noWorkspace" | "other";

/** True while the last sign-out has not reached the server. */
export const signOutFailed = signal(false);

/** better-auth's own endpoints: their client would weigh more than these two requests. */
export async function signIn(email: string, password: string): Promise<SignInError | null> {
  const response = await post("/v1/auth/sign-in/email", { email, password });
  if (!response) return "network";
  if (response.status === 429) return "rateLimited";
  if (response.status === 403) return "origin"; // better-auth accepts pages of `PUBLIC_URL` only
  if (response.status === 400 || response.status === 401 || response.status === 422) return "wrong";
  if (!response.ok) return "other";
  await checkSession();
  if (session.value.status === "in") return null;
  if (session.value.status === "unreachable") return "network";
  return session.value.status === "out" && session.value.reason === "no-workspace" ? "noWorkspace" : "other";
}

export async function signOut(): Promise<void> {
  const response = await post("/v1/auth/sign-out", {});
  signOutFailed.value = !response?.ok;
  if (signOutFailed.value) return;
  client.disconnect();
  session.value = { status: "out", reason: "signed-out" };
  queryClient.clear();
}

async function post(path: string, body: object): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return null; // fetch throws only when the server was not reached
  }
}
