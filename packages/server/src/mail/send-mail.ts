import type { Deps } from "../context.ts";
import { type Mail, MailError } from "./mailer.ts";

/** Of a job that sends mail: a server may be away for as long as it takes somebody to see it and put it right. */
export const mailPatience = { attempts: 120, longestPause: 900 };

const mostHours = 24;

/**
 * Sends from a job: `null` when it is sent, else why it never will be. Throws when it may be taken later, so that the job is tried again.
 * A process that is killed between the server's yes and the job's own commit sends the same mail again, under the same id.
 */
export async function sendMail({ mailer, log, now }: Deps, mail: Mail, wantedSince: Date): Promise<string | null> {
  if (!mailer) return "no mail is sent here any more";
  try {
    await mailer.send(mail);
    return null;
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    const hours = (now().getTime() - wantedSince.getTime()) / 3_600_000;
    if (error.isFinal || hours >= mostHours) return error.message;
    log.warn({ mail: mail.id, reason: error.message }, "mail waits");
    throw error;
  }
}
