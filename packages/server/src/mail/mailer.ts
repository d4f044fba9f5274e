import { createTransport } from "nodemailer";
import { isMailAddress, type Sender } from "./mail-address.ts";

/** A message to one mailbox. */
export interface Mail {
  /** The same for the same mail, sent again: whoever receives it twice may drop one. Letters, digits, `.` and `-`. */
  id: string;
  to: string;
  subject: string;
  text: string;
  /** The same as a document in which everything has been escaped. */
  html: string;
  /** BCP 47. */
  locale: string;
}

/** Hands mail to a server that delivers it. */
export interface Mailer {
  /** Resolves when the server has taken it. Throws {@link MailError}. */
  send(mail: Mail): Promise<void>;
}

/** The mail was not taken. The message is a reason without anybody's address. */
export class MailError extends Error {
  /** Whether the server has refused this mail for good: asking again changes nothing. */
  readonly isFinal: boolean;
  constructor(reason: string, isFinal: boolean) {
    super(reason);
    this.name = "MailError";
    this.isFinal = isFinal;
  }
}

export interface MailSettings {
  /** `smtp://` (with STARTTLS where the server has it) or `smtps://`. */
  url: string;
  from: Sender;
}

const timeouts = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Speaks SMTP, a connection a mail. */
export function createMailer({ url, from }: MailSettings): Mailer {
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
  return {
    send: async ({ id, to, subject, text, html, locale }) => {
      if (!isMailAddress(to)) throw new MailError("the recipient is no e-mail address", true);
      try {
        await transport.sendMail({
          from,
          // As an object it is one mailbox, whatever is in it.
          to: { name: "", address: to },
          envelope: { from: from.address, to: [to] },
          messageId: `<${id}@${domain}>`,
          subject: oneLine(subject),
          text,
          html,
          headers: { "Auto-Submitted": "auto-generated", "Content-Language": locale },
        });
      } catch (error) {
        throw mailErrorOf(error, to);
      }
    },
  };
}

/** A header ends with its line: nobody's words begin another. */
export const oneLine = (words: string): string => words.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();

/** What concerns this mail alone. That we may not sign in, say, is for an operator to put right: such mail goes out afterwards. */
const aboutThisMail = new Set(["EENVELOPE", "EMESSAGE"]);

function mailErrorOf(error: unknown, to: string): MailError {
  if (!(error instanceof Error)) return new MailError(String(error), false);
  const code = "code" in error ? String(error.code) : "";
  const isFinal = aboutThisMail.has(code) && "permanent" in error && error.permanent === true;
  const said = error.message.replaceAll(to, "the recipient").replace(/[^\s<>]+@[^\s<>]+/g, "…");
  return new MailError(oneLine(`${code} ${said}`).slice(0, 300), isFinal);
}
