import type { RefObject } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";

const Covering = lateComponent(
  late(() => import("./FullScreen.tsx")),
  (parts) => parts.FullScreen,
);

/** On phones the panel is alone on the screen. */
export function FullScreen(props: { panel: RefObject<HTMLElement> }) {
  const query = useMemo(() => matchMedia("(max-width: 480px)"), []);
  const [narrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const listener = () => setNarrow(query.matches);
    query.addEventListener("change", listener);
    return () => query.removeEventListener("change", listener);
  }, [query]);
  return narrow ? <Covering {...props} /> : null;
}
