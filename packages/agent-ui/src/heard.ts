import type { Query } from "@tanstack/preact-query";
import { queryClient } from "./query-client.ts";

type Fact = () => void;

/** What was heard while a query was being fetched. */
const meanwhile = new Map<Query, Fact[]>();

queryClient.getQueryCache().subscribe((event) => {
  const { query } = event;
  const facts = meanwhile.get(query) ?? [];
  const step = event.type === "updated" ? event.action.type : event.type;
  if (step === "fetch") meanwhile.set(query, facts);
  if (step === "error" || step === "removed") meanwhile.delete(query);
  if (event.type !== "updated" || event.action.type !== "success" || event.action.manual) return;
  meanwhile.delete(query);
  for (const fact of facts) fact();
});

/**
 * Makes a change of the cache, by an event or an answer, outlive the fetches that are under way: their answers may be from before it, so it
 * is applied again on top of them. It must do no harm a second time, nor to what is already later.
 */
export function heard<A extends unknown[]>(apply: (...facts: A) => void): (...facts: A) => void {
  return (...facts) => {
    const fact = () => apply(...facts);
    for (const [query, before] of meanwhile) {
      if (query.state.fetchStatus === "idle") meanwhile.delete(query);
      else before.push(fact);
    }
    fact();
  };
}
