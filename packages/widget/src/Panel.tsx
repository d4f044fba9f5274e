import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { usePanel } from "./app-context.ts";
import { isSection, type Route } from "./route.ts";
import { Chat } from "./screens/Chat.tsx";
import { Home } from "./screens/Home.tsx";

let visits = 0;

export function Panel() {
  const { open, text, locale, stack, shell, chat } = usePanel();
  const panel = useRef<HTMLElement>(null);
  const route = stack.at(-1) ?? { name: "home" };
  // Every visit of a screen is a new one, also when it is the same screen again.
  const visit = useMemo(() => ++visits, [route]);

  useLayoutEffect(() => {
    if (!open) return;
    // Not the composer on phones: the keyboard would cover what there is to read.
    const composer = matchMedia("(hover: hover)").matches && panel.current?.querySelector("textarea");
    (composer || panel.current)?.focus({ preventScroll: true });
  }, [open, route]);

  useEffect(() => {
    const element = panel.current;
    const listener = (event: KeyboardEvent) => {
      // What is typed here is no shortcut of the page.
      event.stopPropagation();
      if (event.key === "Escape" && !event.defaultPrevented) shell.close();
    };
    element?.addEventListener("keydown", listener);
    return () => element?.removeEventListener("keydown", listener);
  }, [shell]);

  return (
    <section
      ref={panel}
      class="panel"
      role="dialog"
      aria-label={shell.settings.title || text.widget}
      tabIndex={-1}
      hidden={!open}
      lang={locale}
      dir={locale === "ar" ? "rtl" : "ltr"}
    >
      <div class="screen" key={visit}>
        <Screen route={route} />
      </div>
      {isSection(route.name) && (chat ? <chat.Sections current={route.name} /> : <div class="sections" />)}
      {chat && <chat.FullScreen panel={panel} />}
    </section>
  );
}

function Screen({ route }: { route: Route }) {
  const { chat } = usePanel();
  if (route.name === "home") return <Home />;
  if (route.name === "chat") return <Chat route={route} />;
  return chat && <chat.LateScreen route={route} />;
}
