import { useRef, useState } from "preact/hooks";
import { steadyList } from "../steady-list.ts";

const restingScroll = 32;

/** Holds a list's order while the pointer is over it or it is scrolled. `scope` names the list: another one starts anew. */
export function useSteadyList<T extends { id: string }>(current: T[], scope: string) {
  const [held, setHeld] = useState(false);
  const shown = useRef<{ scope: string; rows: T[] }>({ scope, rows: [] });
  if (shown.current.scope !== scope) shown.current = { scope, rows: [] };
  const list = steadyList(shown.current.rows, current, held);
  shown.current.rows = list.rows;
  const hovered = useRef(false);
  return {
    ...list,
    release: () => {
      shown.current.rows = [];
      setHeld(false);
      hovered.current = false;
    },
    holding: {
      onPointerEnter: (event: PointerEvent) => {
        if (event.pointerType !== "mouse") return;
        hovered.current = true;
        setHeld(true);
      },
      onPointerLeave: (event: PointerEvent & { currentTarget: HTMLElement }) => {
        hovered.current = false;
        setHeld(event.currentTarget.scrollTop > restingScroll);
      },
      onScroll: (event: Event & { currentTarget: HTMLElement }) =>
        setHeld(hovered.current || event.currentTarget.scrollTop > restingScroll),
    },
  };
}
