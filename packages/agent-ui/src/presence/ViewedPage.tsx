import type { ViewedPage as Page } from "@deskbell/sdk/agent";
import "./presence.css";

/** The page that a contact looks at; its address on hover. */
export function ViewedPage({ page }: { page: Page }) {
  const { host, pathname } = new URL(page.url);
  return (
    <a class="viewed-page truncate" href={page.url} title={page.url} target="_blank" rel="noreferrer noopener">
      {page.title || `${host}${pathname}`}
    </a>
  );
}
