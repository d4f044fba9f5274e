import { useEffect } from "preact/hooks";
import { checkSession } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { BellIcon, WarningIcon } from "../ui/icons.tsx";
import { EmptyState } from "../ui/States.tsx";

const againAfterMs = 4000;

/** Before it is known who this is. */
export function StartPage({ unreachable }: { unreachable: boolean }) {
  useEffect(() => {
    if (!unreachable) return;
    const timer = setInterval(() => void checkSession(), againAfterMs);
    return () => clearInterval(timer);
  }, [unreachable]);
  return (
    <main class="start" aria-busy={!unreachable}>
      {unreachable ? (
        <EmptyState icon={<WarningIcon size={22} />} title={text.start.unreachable} hint={text.start.unreachableHint}>
          <button type="button" class="button" onClick={() => void checkSession()}>
            {text.common.retry}
          </button>
        </EmptyState>
      ) : (
        <span class="start-mark" role="img" aria-label={text.start.loading}>
          <BellIcon size={28} />
        </span>
      )}
    </main>
  );
}
