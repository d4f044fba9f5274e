import { signal } from "@preact/signals";

/** One slow clock for every relative time on the page, in ms. */
export const now = signal(Date.now());

setInterval(() => {
  now.value = Date.now();
}, 20_000);
