import { DeskbellError } from "@deskbell/sdk/agent";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/preact-query";
import { noticeError } from "./sign-in/session.ts";

const retries = 2;

/** Live events keep what is shown fresh, so data is refetched only after the connection was away. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeError }),
  mutationCache: new MutationCache({ onError: noticeError }),
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) => failures < retries && mayPass(error),
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

function mayPass(error: unknown): boolean {
  if (!(error instanceof DeskbellError)) return false;
  return error.status === null || error.status >= 500;
}
