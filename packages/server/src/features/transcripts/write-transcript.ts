import type { ChannelSettings, Message } from "@deskbell/contract";
import { html } from "hono/html";
import { breakLinks } from "../../mail/break-links.ts";
import { linesOf, type MailMarkup, mailPage } from "../../mail/mail-page.ts";
import { type Mail, oneLine } from "../../mail/mailer.ts";
import { guessLanguage, type Language, languages } from "../bot/index.ts";
import { settingsOf } from "../channels/index.ts";
import type { ContactRow } from "../contacts/index.ts";
import { activityWords } from "./activity-words.ts";
import type { TranscriptRow } from "./present.ts";
import { type TranscriptWords, transcriptWords } from "./transcript-words.ts";

/** The newest ones of a conversation: mail servers take some megabytes and no more. */
export const mostMessages = 1000;

interface Told {
  transcript: TranscriptRow;
  contact: Pick<ContactRow, "verified">;
  channel: { name: string; settings: ChannelSettings };
  messages: readonly Message[];
  /** Whether these are all messages. */
  isWhole: boolean;
}

/** One message as the mail shows it. */
interface Entry {
  /** Who and when; of a line of the system, what happened. */
  head: string;
  isActivity: boolean;
  said: string;
}

/** As plain text and as a document, in words of one language. */
export async function writeTranscript({ transcript, contact, channel, messages, isWhole }: Told): Promise<Mail> {
  const { id, email, timeZone } = transcript;
  const { botName, locale: channelLocale } = settingsOf(channel);
  const locale = languageOf(transcript.locale, messages, channelLocale);
  const words = transcriptWords[locale];
  // Anybody may give any address. Unless the website vouches that it is the contact's own, it gets nothing to press but what agents wrote.
  const isVouched = contact.verified?.email?.toLowerCase() === email.toLowerCase();
  const telling = { words, botName, timeOf: timesIn(locale, timeZone), isVouched };
  const entries = messages.map((message) => entryOf(message, telling));
  const channelName = oneLine(channel.name);
  const title = words.title(channelName);
  const why = words.why(channelName);
  const earlier = isWhole ? "" : words.earlier;
  return {
    id: `transcript.${id}`,
    to: email,
    subject: title,
    locale,
    text: `${[title, earlier, ...entries.map(textOf), "-- ", why].filter(Boolean).join("\n\n")}\n`,
    html: await mailPage({
      locale,
      title,
      main: html`<h1 style="margin:0 0 24px;font-size:20px">${title}</h1>
${earlier && html`<p style="color:#767676">${earlier}</p>`}
${entries.map(markupOf)}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #8886;font-size:13px;color:#767676">${why}</p>`,
    }),
  };
}

/** What was asked for; else what the contact's own words are in. */
function languageOf(asked: string | null, messages: readonly Message[], channelLocale: string | null): Language {
  const wish = asked?.toLowerCase().split("-")[0];
  const known = languages.find((language) => language === wish);
  const own = messages.filter(({ author }) => author.kind === "contact").map(({ body }) => body);
  return known ?? guessLanguage(own.join(" "), channelLocale);
}

function timesIn(locale: Language, timeZone: string | null): (iso: string) => string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: timeZone ?? "UTC",
  });
  return (iso) => format.format(new Date(iso)) + (timeZone ? "" : " UTC");
}

interface Telling {
  words: TranscriptWords;
  botName: string;
  timeOf(iso: string): string;
  isVouched: boolean;
}

function entryOf(message: Message, { words, botName, timeOf, isVouched }: Telling): Entry {
  const { author, payload, createdAt, deletedAt, body, attachments } = message;
  const when = timeOf(createdAt);
  if (payload?.type === "activity")
    return { head: oneLine(`${activityWords(words, payload.activity)} (${when})`), isActivity: true, said: "" };
  const who = author.kind === "contact" ? words.you : (author.name ?? (author.kind === "bot" ? botName : words.team));
  const files = attachments.map(({ name }) => words.attached(name));
  const said = [deletedAt ? words.deleted : body, ...files].filter(Boolean).join("\n").replace(/\r\n?/g, "\n");
  const mayLink = isVouched || author.kind === "agent";
  return { head: oneLine(`${who} (${when})`), isActivity: false, said: mayLink ? said : breakLinks(said) };
}

/** What somebody wrote is set in: nothing in it looks like the line of another. */
const textOf = ({ head, isActivity, said }: Entry): string =>
  isActivity ? `— ${head}` : `${head}\n${said.replace(/^/gm, "  ")}`;

const markupOf = ({ head, isActivity, said }: Entry): MailMarkup =>
  isActivity
    ? html`<p dir="auto" style="margin:0 0 16px;font-size:14px;color:#767676">${head}</p>
`
    : html`<p dir="auto" style="margin:0 0 2px;font-size:14px;font-weight:600">${head}</p>
<p dir="auto" style="margin:0 0 16px">${linesOf(said)}</p>
`;
