import type { ErrorBody } from "@deskbell/contract";
import { DeskbellError, localError } from "./deskbell-error.ts";

/** How to make one request; every method of a resource takes it last. */
export interface RequestOptions {
  /** Aborting rejects with code `aborted`. */
  signal?: AbortSignal | undefined;
  /** In ms; default 20,000. Afterwards it rejects with code `timeout`. */
  timeout?: number | undefined;
}

export interface RequestSpec extends RequestOptions {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Segments after `/v1`, not yet encoded. */
  path: readonly string[];
  query?: object | undefined;
  body?: unknown;
  /** Instead of a body: these bytes as they are. */
  file?: Blob | undefined;
  /** Sends it instead of the global `fetch`. */
  send?: typeof fetch | undefined;
  headers?: Record<string, string> | undefined;
}

/** Makes one request and answers with its JSON body. */
export type Request = <T>(spec: RequestSpec) => Promise<T>;

export interface RequestConfig {
  /** Origin of the server, such as `https://help.example.com`; empty for the page's own. */
  host: string;
  apiKey?: string | undefined;
  fetch?: typeof fetch | undefined;
  credentials: RequestCredentials;
}

export function createRequest(config: RequestConfig): Request {
  const host = config.host.replace(/\/+$/, "");
  const plain: typeof fetch = (input, init) => globalThis.fetch(input, init);
  return async <T>(spec: RequestSpec): Promise<T> => {
    const url = host + toPath(spec.path) + toQuery(spec.query);
    const headers: Record<string, string> = { accept: "application/json", ...spec.headers };
    if (config.apiKey) headers.authorization = `Bearer ${config.apiKey}`;
    const body = spec.file ?? (spec.body === undefined ? undefined : JSON.stringify(spec.body));
    if (body) headers["content-type"] = spec.file ? "application/octet-stream" : "application/json";
    const send = config.fetch ?? spec.send ?? plain;
    const clock = AbortSignal.timeout(spec.timeout ?? 20_000);
    try {
      const response = await send(url, {
        method: spec.method,
        headers,
        credentials: config.credentials,
        signal: spec.signal ? AbortSignal.any([spec.signal, clock]) : clock,
        ...(body ? { body } : {}),
      });
      const text = await response.text();
      if (!response.ok) throw refusal(response, text);
      // The caller names the shape; both sides are pinned to the contract.
      return (text === "" ? undefined : JSON.parse(text)) as T;
    } catch (thrown) {
      if (thrown instanceof DeskbellError) throw thrown;
      throw localError(spec.signal?.aborted ? "aborted" : clock.aborted ? "timeout" : "network", thrown);
    }
  };
}

function toPath(segments: readonly string[]): string {
  return `/v1/${segments.map(encodeSegment).join("/")}`;
}

function encodeSegment(segment: string): string {
  // URL parsers resolve "." and ".." even when percent-encoded: such an id would name another route.
  if (/^\.{0,2}$/.test(segment)) throw localError("not_found");
  return encodeURIComponent(segment);
}

function toQuery(query: object = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}

function refusal(response: Response, text: string): DeskbellError {
  const { status } = response;
  // A proxy in between may have answered in its own words.
  const body = parseErrorBody(text) ?? {
    code: status === 429 ? "rate_limited" : status === 404 ? "not_found" : status >= 500 ? "unavailable" : "internal",
    message: `The server answered with ${status}.`,
    requestId: null,
  };
  return new DeskbellError(
    { ...body, status, fields: body.fields ?? {} },
    { retryAfter: parseRetryAfter(response.headers.get("retry-after")) },
  );
}

function parseErrorBody(text: string): (Omit<ErrorBody["error"], "requestId"> & { requestId: string | null }) | null {
  try {
    const { error } = JSON.parse(text) as Partial<ErrorBody>;
    return typeof error?.code === "string" ? error : null;
  } catch {
    return null;
  }
}

/** Seconds or a date (RFC 9110 §10.2.3), as ms from now. */
function parseRetryAfter(header: string | null): number | null {
  if (!header) return null;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
