import type { Changes, PageQuery } from "@deskbell/contract";
import type { Request, RequestOptions } from "../request.ts";

/** One page of what has changed since a cursor; without one, where to begin. */
export type ListChanges<C extends Changes<unknown, unknown>> = (
  query?: PageQuery,
  options?: RequestOptions,
) => Promise<C>;

export const createListChanges =
  <C extends Changes<unknown, unknown>>(request: Request, ...path: string[]): ListChanges<C> =>
  (query, options) =>
    request<C>({ method: "GET", path, query, ...options });
