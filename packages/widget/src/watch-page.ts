import type { LiveChat } from "@deskbell/sdk/chat";

/** Single-page applications name a page a moment after they have gone there. */
const titleAfterMs = 300;

/** Shows the team which page the contact looks at, now and whenever it becomes another, without touching the page's own history. */
export function watchPage(client: LiveChat): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const tell = () => {
    if (location.protocol.startsWith("http")) client.viewPage({ url: location.href, title: document.title });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, titleAfterMs);
  };
  // Where there is no Navigation API, only going back and forth is heard; a page that loads says so by itself.
  const [target, event]: [EventTarget, string] =
    "navigation" in window ? [window.navigation as EventTarget, "currententrychange"] : [window, "popstate"];
  target.addEventListener(event, later);
  tell();
  return () => {
    clearTimeout(timer);
    target.removeEventListener(event, later);
  };
}
