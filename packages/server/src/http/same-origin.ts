import type { Context } from "hono";
import { allow } from "../app-error.ts";

/** Against forged requests: what rides on a cookie and changes something must come from our own pages. */
export function sameOrigin(http: Context, publicUrl: string): void {
  if (http.req.method === "GET" || http.req.method === "HEAD") return;
  const origin = http.req.header("origin");
  allow(
    origin === undefined || origin === new URL(publicUrl).origin || URL.parse(origin)?.host === http.req.header("host"),
    "forbidden",
  );
}
