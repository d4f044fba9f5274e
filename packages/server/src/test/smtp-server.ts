import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as it arrived. */
export interface ReceivedMail extends ParsedMail {
  /** To whom the envelope says it goes, which is where it goes. */
  recipients: string[];
  raw: string;
}

/** A mail server that keeps what it is given. */
export interface SmtpServer {
  url: string;
  port: number;
  readonly mails: ReceivedMail[];
  /** How often somebody was named as a recipient. */
  readonly tries: number;
  /** Answers recipients with this code from now on; `null` takes all. */
  refuseWith(code: number | null): void;
  close(): Promise<void>;
}

/** `port` to come back where another was; `login` asks for these words. */
export async function startSmtpServer({
  port = 0,
  login,
}: {
  port?: number;
  login?: { user: string; pass: string };
} = {}): Promise<SmtpServer> {
  const mails: ReceivedMail[] = [];
  let tries = 0;
  let refusal: number | null = null;
  const refuse = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });
  const options: SMTPServerOptions = {
    // Its own certificate is known to nobody.
    hideSTARTTLS: true,
    authOptional: !login,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _, done) =>
      username === login?.user && password === login?.pass ? done(null, { user: username }) : done(refuse(535, "No.")),
    onRcptTo: ({ address }, _, done) => {
      tries++;
      done(refusal === null ? null : refuse(refusal, `<${address}> is not for us`));
    },
    onData: (stream, { envelope }, done) => {
      const receive = async () => {
        const raw = await text(stream);
        const recipients = envelope.rcptTo.map(({ address }) => address);
        mails.push({ ...(await simpleParser(raw)), recipients, raw });
      };
      receive().then(() => done(null), done);
    },
  };
  const server = new SMTPServer(options);
  // Who breaks off a connection is no trouble of the server's.
  server.on("error", () => undefined);
  const listening = server.listen(port, "127.0.0.1");
  await once(listening, "listening");
  const taken = (listening.address() as AddressInfo).port;
  const who = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.pass)}@` : "";
  return {
    url: `smtp://${who}127.0.0.1:${taken}`,
    port: taken,
    mails,
    get tries() {
      return tries;
    },
    refuseWith: (code) => {
      refusal = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Who mail of tests comes from. */
export const sender = { name: "Example Support", address: "support@example.test" };
