import type { Typing } from "@deskbell/contract";

const REPEAT_MS = 3_000;
const FADE_MS = 6_000;

/** Tells that this side writes: at once, then every 3 s while it goes on; and that it has stopped. */
export function createTypingSender(send: (typing: boolean) => void) {
  let sentAt: number | null = null;
  function set(typing: boolean): void {
    if (!typing) stop();
    else if (sentAt === null || Date.now() - sentAt >= REPEAT_MS) {
      sentAt = Date.now();
      send(true);
    }
  }
  function stop(): void {
    if (sentAt === null) return;
    sentAt = null;
    send(false);
  }
  return { set, stop };
}

/** Shows who writes. Fades by itself after 6 s: the word that it has stopped may be lost. */
export function createTypingWatch(show: (author: Typing["author"] | null) => void) {
  let author: Typing["author"] | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function stop(authorId?: string): void {
    if (!author || (authorId !== undefined && authorId !== author.id)) return;
    clearTimeout(timer);
    author = null;
    show(null);
  }
  function hear(typing: Typing): void {
    if (!typing.typing) stop(typing.author.id);
    else {
      clearTimeout(timer);
      author = typing.author;
      show(author);
      timer = setTimeout(() => stop(), FADE_MS);
    }
  }
  return { hear, stop };
}
