import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** What `/metrics` tells Prometheus: the process, and how long requests take by route. No ids and nobody's words. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "deskbell_http_request_seconds",
    help: "How long requests took, by route",
    labelNames: ["method", "route", "status"] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  });
  const observe: MiddlewareHandler = async (http, next) => {
    const stop = requests.startTimer({ method: http.req.method });
    await next();
    // The pattern, not the path: paths would make a series of every id.
    stop({ route: routePath(http, -1), status: http.res.status });
  };
  return { observe, contentType: registry.contentType, render: () => registry.metrics() };
}
