import { addStyles } from "./styles.ts";

/** Code in a file of its own, with its styles and words, fetched when it is first wanted. */
export interface Late<E> {
  /** What it exports, once it is here; its styles are then in `root`. Asked again after a failure, it tries again. */
  load(root: ShadowRoot): Promise<E>;
  /** `null` until it is here. */
  get(root: ShadowRoot): E | null;
}

/**
 * `bring` is an `import()` and nothing else. What the file exports as `styles` is put beside those that are there. `beside`: the same of what the
 * file itself imports and others do too, so that it need not wait for the file.
 */
export function late<E extends object>(bring: () => Promise<E>, beside?: () => Promise<object>): Late<E> {
  let here: E | null = null;
  let coming: Promise<[E, unknown]> | null = null;
  const styled = new WeakSet<ShadowRoot>();
  const get = (root: ShadowRoot) => {
    const styles = (here as { styles?: string } | null)?.styles;
    if (styles && !styled.has(root)) {
      styled.add(root);
      addStyles(root, styles);
    }
    return here;
  };
  return {
    get,
    async load(root) {
      // One for all who wait, so that who asked first goes on first.
      if (!here)
        coming ??= Promise.all([reach(bring), beside && reach(beside)]).finally(() => {
          coming = null;
        });
      here ??= (await coming)?.[0] as E;
      return get(root) ?? here;
    },
  };
}

/**
 * Browsers remember a failed import for as long as the page lives, but no failed request. So where our server gives the code out, the
 * file that `bring` names (the build leaves its address in there) is requested first, and imported from the browser's cache.
 */
async function reach<E>(bring: () => Promise<E>): Promise<E> {
  const [file] = /\.\/[\w-]+\.js/.exec(`${bring}`) ?? [];
  if (file && import.meta.url.includes("/w/assets/")) {
    const answer = await fetch(new URL(file, import.meta.url));
    if (!answer.ok) throw new TypeError(`${answer.status}`);
    await answer.arrayBuffer();
  }
  return bring();
}
