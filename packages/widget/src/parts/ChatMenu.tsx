import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { late } from "../late.ts";
import { withDeskbell } from "../with-deskbell.ts";
import { Icon } from "./Icon.tsx";
import type { MenuItems, MenuProps } from "./MenuItems.tsx";

const menu = late(() => import("./menu-parts.ts"), withDeskbell);

/** The way to what can be done with a conversation: it opens once that is here. */
export function ChatMenu(props: MenuProps) {
  const { text, shell } = useApp();
  const [Items, setItems] = useState<typeof MenuItems | null>(null);
  const close = () => setItems(null);
  const open = () =>
    menu.load(shell.root).then(
      (parts) => setItems(() => parts.MenuItems),
      // It can be pressed again.
      () => undefined,
    );
  return (
    <div class="menu">
      <button
        type="button"
        class="icon-button"
        aria-label={text.menu}
        aria-expanded={!!Items}
        onClick={Items ? close : open}
      >
        <Icon name="more" />
      </button>
      {Items && <Items {...props} close={close} />}
    </div>
  );
}
