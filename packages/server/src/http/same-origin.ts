import type { Context } from "hono";
import { allow } from "../app-error.ts";

/** Against forged requests: what rides on a cookie and changes something must come from our own pages. */
export function sameOrigin(http: Context, publicUrl: string): void {
  if (http.req.method === "GET" || http.req.method === "HEAD") return;
  allow(fromOwnPage(http.req.raw.headers, publicUrl), "forbidden");
}

/** Without an Origin it comes from no other page: browsers send it with everything that could be forged. */
export function fromOwnPage(headers: Headers, publicUrl: string): boolean {
  const origin = headers.get("origin");
  return (
    origin === null || origin === new URL(publicUrl).origin || URL.parse(origin)?.host === (headers.get("host") ?? "")
  );
}
