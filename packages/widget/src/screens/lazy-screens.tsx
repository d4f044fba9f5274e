import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { Failure } from "../parts/Failure.tsx";
import { Header } from "../parts/Header.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { addStyles } from "../styles.ts";

const articles = once(() => import("./article-screens.ts"));
const tickets = once(() => import("./ticket-screens.ts"));
const endings = once(() => import("./endings.ts"));

export const ArticlesScreen = lazy(articles, (chunk) => chunk.Articles);
export const ArticleScreen = lazy(articles, (chunk) => chunk.Article);
export const TicketsScreen = lazy(tickets, (chunk) => chunk.Tickets);
export const TicketScreen = lazy(tickets, (chunk) => chunk.Ticket);
export const TicketFormScreen = lazy(tickets, (chunk) => chunk.TicketForm);
/** Nobody waits for it, and nothing is lost without it. */
export const Rating = lazy(
  endings,
  (chunk) => chunk.Rating,
  () => null,
);

interface Chunk {
  styles: string;
}

/** Screens that come in one file, with their styles. */
interface LateChunk<C extends Chunk> {
  now: C | null;
  load(): Promise<C>;
  /** Where its styles have been added. */
  styled: WeakSet<ShadowRoot>;
}

function once<C extends Chunk>(fetch: () => Promise<C>): LateChunk<C> {
  const late: LateChunk<C> = {
    now: null,
    styled: new WeakSet(),
    load: async () => {
      late.now ??= await fetch();
      return late.now;
    },
  };
  return late;
}

/** A screen, or a part of one, whose code is fetched when it is first shown. */
function lazy<C extends Chunk, P extends object>(
  chunk: LateChunk<C>,
  pick: (chunk: C) => ComponentType<P>,
  meanwhile: (failed: boolean, retry: () => void) => ComponentChildren = screenMeanwhile,
): ComponentType<P> {
  return function LazyScreen(props: P) {
    const { shell } = useApp();
    const [loaded, setLoaded] = useState(chunk.now);
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded) return;
      let shown = true;
      chunk.load().then(
        (screens) => shown && setLoaded(screens),
        () => shown && setFailed(true),
      );
      return () => {
        shown = false;
      };
    }, [attempt]);
    if (loaded) {
      if (!chunk.styled.has(shell.root)) addStyles(shell.root, loaded.styles);
      chunk.styled.add(shell.root);
      const Screen = pick(loaded);
      return <Screen {...props} />;
    }
    const retry = () => {
      setFailed(false);
      setAttempt(attempt + 1);
    };
    return <>{meanwhile(failed, retry)}</>;
  };
}

function screenMeanwhile(failed: boolean, retry: () => void) {
  return (
    <>
      <Header title="" />
      <div class="body">{failed ? <Failure error={null} retry={retry} /> : <Skeleton />}</div>
    </>
  );
}
