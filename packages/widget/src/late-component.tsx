import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useReducer, useState } from "preact/hooks";
import { usePanel } from "./app-context.ts";
import type { Late } from "./late.ts";

/** How a late part stands. */
export interface Arrival {
  failed: boolean;
  retry(): void;
}

/** Loads `part` when it is first `wanted`. */
export function useLate<E>(part: Late<E>, wanted = true): Arrival & { here: E | null } {
  const { root } = usePanel().shell;
  const [attempt, retry] = useReducer((count: number) => count + 1, 0);
  const [settled, setSettled] = useState<"loading" | "here" | "failed">("loading");
  const here = part.get(root);
  useEffect(() => {
    if (here || !wanted) return;
    setSettled("loading");
    part.load(root).then(
      () => setSettled("here"),
      () => setSettled("failed"),
    );
  }, [part, root, wanted, attempt]);
  return { here, failed: settled === "failed", retry: () => retry(undefined) };
}

/** A component of a late part. Until that is here, and while it cannot be had, `Meanwhile` stands in its place: by default what it contains. */
export function lateComponent<E, P extends object>(
  part: Late<E>,
  pick: (exports: E) => ComponentType<P>,
  Meanwhile: ComponentType<P & Arrival> = Contents,
): ComponentType<P> {
  return function LateComponent(props: P) {
    const { here, ...arrival } = useLate(part);
    if (!here) return <Meanwhile {...props} {...arrival} />;
    const Part = pick(here);
    return <Part {...props} />;
  };
}

const Contents = ({ children }: { children?: ComponentChildren }) => <>{children}</>;
