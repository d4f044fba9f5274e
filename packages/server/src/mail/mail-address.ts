import { z } from "zod";

const address = z.email().max(254);

/** One mailbox, without a name and without what could be read as a second one. */
export const isMailAddress = (text: string): boolean => address.safeParse(text).success;

/** Who mail comes from. */
export interface Sender {
  name: string;
  address: string;
}

/** `support@example.com` or `Example Support <support@example.com>`; `null` for anything else. */
export function parseSender(text: string): Sender | null {
  const [, name = "", bracketed] = /^([^<>"\p{Cc}]*)<([^<>]*)>$/u.exec(text) ?? [];
  const sender = { name: name.trim(), address: bracketed ?? text };
  return isMailAddress(sender.address) ? sender : null;
}
