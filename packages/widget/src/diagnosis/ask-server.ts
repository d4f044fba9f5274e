import type { ErrorBody, Identity, SessionCheck } from "@deskbell/sdk";

/** Why there is no answer that can be used. */
export interface Refused {
  /** `null`: nothing came back at all. */
  status: number | null;
  code: string;
}

/** What the server says of a session that would start here. By `fetch` alone: the client may be what could not be loaded. */
export async function askServer(
  host: string,
  channelKey: string,
  identity: Identity | null,
): Promise<SessionCheck | Refused> {
  try {
    const response = await fetch(`${host}/v1/sessions/check`, {
      method: "POST",
      credentials: "omit",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ channelKey, ...(identity && { identity }) }),
    });
    const body = (await response.json().catch(() => ({}))) as SessionCheck | Partial<ErrorBody>;
    if ("refusals" in body) return body;
    return { status: response.status, code: ("error" in body && body.error?.code) || "" };
  } catch {
    return { status: null, code: "" };
  }
}
