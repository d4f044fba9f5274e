import { signal } from "@preact/signals";

/** What screen readers are told once, politely. */
export const announcement = signal("");

export function announce(sentence: string): void {
  announcement.value = sentence;
}
