import type { Page } from "playwright-core";

/** What a page did that it should not have: errors, failed requests and requests to strangers. */
export interface Misdeeds {
  list(): string[];
}

/** Watches a page from now on. `own` are the origins it may talk to. */
export function watchPage(page: Page, ...own: string[]): Misdeeds {
  const misdeeds: string[] = [];
  page.on("pageerror", (error) => misdeeds.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") misdeeds.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && !own.includes(origin.replace(/^ws/, "http"))) {
      misdeeds.push(`request to a stranger: ${request.url()}`);
    }
  });
  return { list: () => [...misdeeds] };
}
