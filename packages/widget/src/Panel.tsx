import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useApp } from "./app-context.ts";
import { handlePanelKeys } from "./panel-keys.ts";
import { Sections } from "./parts/Sections.tsx";
import { isSection, type Route } from "./route.ts";
import { Chat } from "./screens/Chat.tsx";
import { Conversations } from "./screens/Conversations.tsx";
import { Home } from "./screens/Home.tsx";
import {
  ArticleScreen,
  ArticlesScreen,
  TicketFormScreen,
  TicketScreen,
  TicketsScreen,
} from "./screens/late-screens.tsx";
import { useFullScreen } from "./use-full-screen.ts";

let visits = 0;

export function Panel() {
  const { open, text, locale, stack, shell } = useApp();
  const panel = useRef<HTMLElement>(null);
  const route = stack.at(-1) ?? { name: "home" };
  // Every visit of a screen is a new one, also when it is the same screen again.
  const visit = useMemo(() => ++visits, [route]);
  const fullScreen = useFullScreen(open, shell.root);

  useLayoutEffect(() => {
    if (!open) return;
    // Not the composer on phones: the keyboard would cover what there is to read.
    const composer = matchMedia("(hover: hover)").matches && panel.current?.querySelector("textarea");
    (composer || panel.current)?.focus({ preventScroll: true });
  }, [open, route]);

  useEffect(() => {
    const element = panel.current;
    const listener = (event: KeyboardEvent) => element && handlePanelKeys(event, element, fullScreen, shell);
    element?.addEventListener("keydown", listener);
    return () => element?.removeEventListener("keydown", listener);
  }, [fullScreen, shell]);

  return (
    <section
      ref={panel}
      class="panel"
      role="dialog"
      aria-label={text.widget}
      aria-modal={fullScreen}
      tabIndex={-1}
      hidden={!open}
      lang={locale}
      dir={locale === "ar" ? "rtl" : "ltr"}
    >
      <div class="screen" key={visit}>
        <Screen route={route} />
      </div>
      {isSection(route.name) && <Sections current={route.name} />}
    </section>
  );
}

function Screen({ route }: { route: Route }) {
  switch (route.name) {
    case "home":
      return <Home />;
    case "conversations":
      return <Conversations />;
    case "chat":
      return <Chat route={route} />;
    case "articles":
      return <ArticlesScreen />;
    case "article":
      return <ArticleScreen slug={route.slug} anchor={route.anchor} />;
    case "tickets":
      return <TicketsScreen />;
    case "ticket":
      return <TicketScreen publicId={route.publicId} />;
    case "ticket-form":
      return <TicketFormScreen />;
  }
}
