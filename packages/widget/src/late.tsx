import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useReducer, useState } from "preact/hooks";
import { useApp } from "./app-context.ts";
import { addStyles } from "./styles.ts";

/** Code in a file of its own, with its styles and words, fetched when it is first wanted. */
export interface Late<E> {
  /** What it exports, once it is here; its styles are then in `root`. Asked again after a failure, it tries again. */
  load(root: ShadowRoot): Promise<E>;
  /** `null` until it is here. */
  get(root: ShadowRoot): E | null;
}

/** `fetch` is an `import()`. What the file exports as `styles` is put beside those that are there. */
export function late<E extends object>(fetch: () => Promise<E>): Late<E> {
  let here: E | null = null;
  let coming: Promise<E> | null = null;
  const styled = new WeakSet<ShadowRoot>();
  const get = (root: ShadowRoot) => {
    if (here && !styled.has(root)) {
      styled.add(root);
      addStyles(root, (here as { styles?: string }).styles);
    }
    return here;
  };
  return {
    get,
    async load(root) {
      // One for all who wait, so that who asked first goes on first.
      coming ??= fetch().finally(() => {
        coming = null;
      });
      here ??= await coming;
      return get(root) ?? here;
    },
  };
}

/** How a late part stands. */
export interface Arrival {
  failed: boolean;
  retry(): void;
}

/** Loads `part` when it is first `wanted`. */
export function useLate<E>(part: Late<E>, wanted = true): Arrival & { here: E | null } {
  const { root } = useApp().shell;
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
