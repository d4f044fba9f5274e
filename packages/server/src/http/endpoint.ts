import type { AgentRole } from "@deskbell/contract";
import type { Context as HonoContext } from "hono";
import { Hono } from "hono";
import type { z } from "zod";
import { AppError } from "../app-error.ts";
import type { Actor, ContactActor, Context, TeamActor } from "../context.ts";
import { allowRole } from "./allow-role.ts";
import { addressOf } from "./client-address.ts";
import type { LimitName, Limits } from "./limits.ts";
import { readJson } from "./read-json.ts";
import { findUnstorable } from "./unstorable.ts";

export type Audience = "public" | "contact" | "team";
type Shape = z.ZodType | undefined;
type Parsed<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;

/** One thing the outside can ask for: what the router, the OpenAPI document and the guard suite all read. */
export interface Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  A extends Shape = Shape,
> {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As in Hono: `/v1/conversations/:id`. */
  path: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** A body that passes the schema, for the document and for the guard suite. */
  example?: B extends z.ZodType ? z.input<B> : undefined;
  /** A query that passes the schema, where it asks for something. */
  queryExample?: Q extends z.ZodType ? z.input<Q> : undefined;
  /** The body is bytes of any length, handed on as they come in. */
  streams?: true;
  /** What it answers; without it, 204. */
  answer?: A;
  /** 201 when it makes something; a repeat answers 200. */
  creates?: boolean;
  /** The least role of an agent or API key. Default `viewer` for GET, `agent` otherwise. */
  role?: AgentRole;
  /** What is counted against whoever asks; too often is `rate_limited`. The team's default is `teamChanges`, except for GET. */
  limit?: LimitName;
}

export interface RegisteredEndpoint extends Endpoint {
  audience: Audience;
}

interface Asked<A extends Actor, P extends Shape, Q extends Shape, B extends Shape> {
  ctx: Context<A>;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  /** With `streams`; `null` when there is none. */
  stream: ReadableStream<Uint8Array> | null;
  http: HonoContext;
  /** Where the request comes from. */
  address: string;
  /** Counts something else as well, of a `mailbox` where it is about one. Throws `rate_limited`. */
  take(limit: LimitName, mailbox?: string): Promise<void>;
}

/** Whatever a verb gives back counts for nothing where nothing is answered. */
type Answer<A extends Shape> = A extends z.ZodType ? z.input<A> : unknown;
/** What a creating verb gives back: `repeated` when the `clientId` had been seen before. */
export type Created<T> = { value: T; repeated: boolean };

/** Finds out who calls, or throws. Handed in by the app: how people sign in is a feature. */
export interface Authenticators {
  public(http: HonoContext): Promise<Context>;
  contact(http: HonoContext): Promise<Context<ContactActor>>;
  team(http: HonoContext): Promise<Context<TeamActor>>;
}

/** Registers endpoints on a router and remembers them. */
export class Api {
  readonly router = new Hono();
  readonly endpoints: RegisteredEndpoint[] = [];
  readonly #authenticators: Authenticators;
  readonly #limits: Limits;

  constructor(authenticators: Authenticators, limits: Limits) {
    this.#authenticators = authenticators;
    this.#limits = limits;
  }

  public = this.#register("public");
  contact = this.#register("contact");
  team = this.#register("team");

  /** Whether the body of a request is for the endpoint to read, however long. */
  streams({ method, path }: { method: string; path: string }): boolean {
    return this.endpoints.some(
      (endpoint) => endpoint.streams && endpoint.method === method && isAt(endpoint.path, path),
    );
  }

  #register<K extends Audience>(audience: K) {
    type A = Awaited<ReturnType<Authenticators[K]>> extends Context<infer Who> ? Who : never;
    return <
      P extends Shape = undefined,
      Q extends Shape = undefined,
      B extends Shape = undefined,
      R extends Shape = undefined,
    >(
      endpoint: Endpoint<P, Q, B, R>,
      handle: (asked: Asked<A, P, Q, B>) => Promise<Answer<R> | Created<Answer<R>>>,
    ): void => {
      // The registry forgets the exact schemas; the handler below was checked against them.
      const limit = endpoint.limit ?? (audience === "team" && endpoint.method !== "GET" ? "teamChanges" : undefined);
      this.endpoints.push({ ...endpoint, audience, ...(limit && { limit }) } as RegisteredEndpoint);
      this.router.on(endpoint.method, endpoint.path, async (http) => {
        const ctx = (await this.#authenticators[audience](http)) as Context<A>;
        if (audience === "team")
          allowRole(ctx.actor as Actor, endpoint.role ?? (endpoint.method === "GET" ? "viewer" : "agent"));
        const params = parse(endpoint.params, http.req.param(), "not_found") as Parsed<P>;
        const query = parse(endpoint.query, http.req.query(), "invalid_input") as Parsed<Q>;
        const body = (
          endpoint.body ? parse(endpoint.body, await readJson(http), "invalid_input") : undefined
        ) as Parsed<B>;
        const address = addressOf(http);
        const take = (name: LimitName, mailbox?: string) => this.#limits.take(name, ctx.actor, address, mailbox);
        if (limit) await take(limit);
        const answer = await handle({
          ctx,
          params,
          query,
          body,
          stream: endpoint.streams ? http.req.raw.body : null,
          http,
          address,
          take,
        });
        if (!endpoint.answer) return http.body(null, 204);
        if (!endpoint.creates) return http.json(answer as object);
        const { value, repeated } = answer as Created<object>;
        return http.json(value, repeated ? 200 : 201);
      });
    };
  }
}

/** `/v1/agent/channels/:id/logo` and a path of it. */
const isAt = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/:\w+/g, "[^/]+")}$`).test(path);

function parse(schema: Shape, input: unknown, otherwise: "not_found" | "invalid_input"): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(input);
  if (result.success) return storable(result.data, otherwise);
  if (otherwise === "not_found") throw new AppError("not_found");
  throw new AppError("invalid_input", Object.fromEntries(result.error.issues.flatMap(fieldsOf)));
}

/** Path → what is wrong there. */
function fieldsOf(issue: z.core.$ZodIssue): [string, string][] {
  if (issue.code !== "unrecognized_keys") return [[issue.path.join(".") || "body", issue.message]];
  return issue.keys.map((key) => [[...issue.path, key].join("."), "Is not known here."]);
}

function storable(data: unknown, otherwise: "not_found" | "invalid_input"): unknown {
  const path = findUnstorable(data);
  if (!path) return data;
  if (otherwise === "not_found") throw new AppError("not_found");
  throw new AppError("invalid_input", { [path.join(".") || "body"]: "Has a character that cannot be stored." });
}
