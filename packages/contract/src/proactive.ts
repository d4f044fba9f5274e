import type { LocalWords } from "./local-words.ts";

/** What is said to a visitor of itself, once, on a page of the website. All that it names must hold. */
export interface ProactiveRule {
  /** Chosen by who makes it, and never another's: what has been shown is remembered under it. 8 to 64 of `A-Z a-z 0-9 _ -`. */
  id: string;
  /** For the team. */
  name: string;
  enabled: boolean;
  message: LocalWords;
  /** Where; `null` is everywhere. `*` stands for anything. What begins with `/` is matched with path and query, anything else with the whole address. */
  url: string | null;
  /** So long on this page, and looking at it; 0 to 3,600. */
  seconds: number;
  /** So far down the page, in percent, 1 to 100. */
  scroll: number | null;
  /** Only for whom the website has said this of (`setAttributes`, `identify`). */
  attribute: { name: string; value: string } | null;
}

/** As pages are told of it. */
export type PageRule = Omit<ProactiveRule, "name" | "enabled">;

/** Body of `POST /v1/proactive`: it is about to be shown. */
export interface ShowProactive {
  ruleId: string;
}

export interface ShownProactive {
  /** Whether it may be: it never was, to this contact, on any of their devices. */
  first: boolean;
}

/** The proactive message that a conversation begins with: it stands before the contact's first words. */
export interface ProactiveOpening {
  ruleId: string;
  /** In which language it was read, BCP 47. */
  locale: string;
}

/** Whether an address is meant by a rule's `url`. */
export function matchesAddress(pattern: string, address: string): boolean {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop();
  if (last === undefined) return address === pattern;
  if (!address.startsWith(first) || !address.endsWith(last) || address.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const part of others) {
    const found = address.slice(0, address.length - last.length).indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}
