import { createHmac, timingSafeEqual } from "node:crypto";

export interface VerifyWebhookOptions {
  /** How old, or how far ahead of this clock, a call may be, in seconds. Default 300. */
  toleranceSeconds?: number;
  /** Now, in ms since the epoch. Default: this clock. */
  now?: number;
}

/** As `Headers`, or as Node and most frameworks give them: names in lower case. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Whether a call to your server comes from who holds `secret`, is as it was sent, and is not an old one sent again: by the
 * headers `webhook-id`, `webhook-timestamp` and `webhook-signature` of [Standard Webhooks](https://www.standardwebhooks.com).
 * A repeat within the tolerance is yours to find, by `webhook-id`.
 * @param payload The body as it came, before anything has parsed it.
 * @param secret `whsec_…`; several, while one is replaced.
 * @example if (!verifyWebhook(await request.text(), request.headers, secret)) return new Response(null, { status: 400 });
 */
export function verifyWebhook(
  payload: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  { toleranceSeconds = 300, now = Date.now() }: VerifyWebhookOptions = {},
): boolean {
  const id = headerOf(headers, "webhook-id");
  const timestamp = headerOf(headers, "webhook-timestamp");
  const signatures = headerOf(headers, "webhook-signature").split(" ");
  if (!id || !/^\d{1,12}$/.test(timestamp)) return false;
  if (!(Math.abs(now / 1000 - Number(timestamp)) <= toleranceSeconds)) return false;
  const expected = [secret].flat().map((one) => sign(keyOf(one), id, timestamp, payload));
  const given = signatures.flatMap((entry) =>
    entry.startsWith("v1,") ? [Buffer.from(entry.slice("v1,".length), "base64")] : [],
  );
  return expected.some((mine) => given.some((its) => its.length === mine.length && timingSafeEqual(its, mine)));
}

const sign = (key: Buffer, id: string, timestamp: string, payload: string | Uint8Array): Buffer =>
  createHmac("sha256", key).update(`${id}.${timestamp}.`).update(payload).digest();

/** An empty key would be everybody's. */
function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  if (key.length === 0) throw new TypeError("The secret of a webhook is whsec_ and Base64.");
  return key;
}

function headerOf(headers: WebhookHeaders, name: string): string {
  const value = typeof headers.get === "function" ? headers.get(name) : (headers as Record<string, unknown>)[name];
  return typeof value === "string" ? value : "";
}
