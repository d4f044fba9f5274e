import { AppError } from "../app-error.ts";
import type { Actor } from "../context.ts";
import { hashToken } from "../ids.ts";
import { networkOf } from "./client-address.ts";
import type { Bucket, RateLimiter } from "./rate-limiter.ts";

/** So many at once, and so many a minute for as long as one likes. */
const rate = (burst: number, perMinute: number) => ({ burst, everyMs: Math.ceil(60_000 / perMinute) });
type Rate = ReturnType<typeof rate>;

/**
 * How often who may: a browser's session, the contact (or agent, or API key) behind it, and all who share a network.
 * The last is wide, for schools and offices.
 */
const rates = {
  /** Session starts, most of which resume one. */
  sessions: { network: rate(600, 600) },
  /** Session starts that make somebody new. */
  contacts: { network: rate(60, 30) },
  conversations: { session: rate(10, 6), actor: rate(10, 6), network: rate(100, 60) },
  messages: { session: rate(20, 60), actor: rate(30, 90), network: rate(300, 600) },
  files: { session: rate(20, 20), actor: rate(20, 20), network: rate(100, 100) },
  tickets: { session: rate(5, 3), actor: rate(5, 3), network: rate(50, 30) },
  searches: { session: rate(60, 120), actor: rate(60, 120), network: rate(600, 1200) },
  feedback: { session: rate(20, 10), actor: rate(20, 10), network: rate(100, 60) },
  /** Conversations by e-mail, at most so many by one contact and from one network. */
  transcripts: { session: rate(3, 1 / 5), actor: rate(3, 1 / 5), network: rate(20, 1) },
  /** To one mailbox, whoever wants it: nobody can have us fill somebody else's. */
  mails: { mailbox: rate(4, 1 / 15) },
  /** What else a contact changes: marks as read, asks for a person, ends a conversation. */
  changes: { session: rate(60, 120), actor: rate(90, 180), network: rate(600, 1200) },
  /** Says that messages have arrived; clients do so by themselves, at most once a second. */
  deliveries: { session: rate(60, 120), actor: rate(120, 240), network: rate(1200, 2400) },
  /** Everything the team changes. */
  teamChanges: { actor: rate(200, 1200) },
} satisfies Record<string, { session?: Rate; actor?: Rate; network?: Rate; mailbox?: Rate }>;

export type LimitName = keyof typeof rates;

export interface Limits {
  /** Counts one use, or throws `rate_limited` and counts nothing. `mailbox`: the e-mail address that it is about. */
  take(name: LimitName, actor: Actor, address: string, mailbox?: string): Promise<void>;
}

/** Without a limiter, everybody may everything. */
export const createLimits = (limiter: RateLimiter | null): Limits => ({
  take: async (name, actor, address, mailbox) => {
    if (!limiter) return;
    const wait = await limiter.take(bucketsOf(name, actor, address, mailbox));
    if (wait > 0) throw new AppError("rate_limited", undefined, Math.ceil(wait / 1000));
  },
});

function bucketsOf(name: LimitName, actor: Actor, address: string, mailbox?: string): Bucket[] {
  const who = { ...subjectsOf(actor), network: networkOf(address), mailbox: mailbox ? mailboxOf(mailbox) : null };
  return Object.entries(rates[name]).flatMap(([kind, { burst, everyMs }]) => {
    const subject = who[kind as keyof typeof who];
    return subject ? [{ key: `deskbell:limit:${name}:${kind}:${subject}`, burst, everyMs }] : [];
  });
}

/** Ada+news@Example.com is ada@example.com. Hashed: what counts need not know whom. */
const mailboxOf = (email: string): string => hashToken(email.toLowerCase().replace(/\+[^@]*(?=@)/, ""));

function subjectsOf(actor: Actor): { session: string | null; actor: string | null } {
  switch (actor.kind) {
    case "contact":
      return { session: actor.sessionId, actor: actor.contactId };
    case "agent":
      return { session: null, actor: actor.agentId };
    case "apiKey":
      return { session: null, actor: actor.apiKeyId };
    default:
      return { session: null, actor: null };
  }
}
