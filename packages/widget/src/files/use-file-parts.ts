import { useEffect, useReducer } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { addStyles } from "../styles.ts";
import type * as FileParts from "./file-parts.ts";

type Parts = typeof FileParts;

let loaded: Parts | null = null;
let loading: Promise<Parts> | null = null;
const styled = new WeakSet<ShadowRoot>();

/** All that has to do with files is a file of its own, fetched when the first one is seen or picked. */
export async function loadFileParts(root: ShadowRoot): Promise<Parts> {
  // One for all who wait, so that what was picked first comes first.
  loading ??= import("./file-parts.ts").finally(() => {
    loading = null;
  });
  loaded ??= await loading;
  if (!styled.has(root)) addStyles(root, loaded.styles);
  styled.add(root);
  return loaded;
}

/** `null` until they are here. */
export function useFileParts(wanted: boolean): Parts | null {
  const { root } = useApp().shell;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const here = loaded && styled.has(root);
  useEffect(() => {
    // Without a network the place stays empty; the next time it is shown is the next attempt.
    if (wanted && !here) loadFileParts(root).then(redraw, () => undefined);
  }, [wanted, here, root]);
  return here ? loaded : null;
}
