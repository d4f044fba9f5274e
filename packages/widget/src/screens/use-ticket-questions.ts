import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { useLate } from "../late-component.tsx";
import type { Values } from "../payload/form-fill.ts";
import { payload } from "../payload/late-payload.tsx";
import { useLoad } from "../use-load.ts";

/** What the channel asks in its ticket form, and the part that draws and checks it: neither is fetched where nothing is asked. */
export function useTicketQuestions() {
  const { locale } = useApp();
  const client = useDeskbell();
  const [asks, setAsks] = useState(client.session?.channel.asksInTickets ?? true);
  const { data, error, reload } = useLoad(
    async (signal) => (asks ? (await client.tickets.form({ locale }, { signal })).questions : []),
    [asks, locale],
  );
  const { here, failed, retry } = useLate(payload, Boolean(data?.length));
  return {
    asks,
    questions: data ?? [],
    Questions: here?.Questions,
    /** Nobody can send what is asked of them before they see it. */
    isReady: !asks || Boolean(data && (data.length === 0 || here)),
    failed: failed || error !== null,
    retry: error ? reload : retry,
    check: (values: Values) => here?.checkAnswers(locale, data ?? [], values) ?? { given: {}, problems: {} },
    /** The server knew of others. */
    askAgain() {
      setAsks(true);
      reload();
    },
  };
}
