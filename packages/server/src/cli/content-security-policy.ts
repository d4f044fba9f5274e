import { z } from "zod";
import { type Command, CommandError, options } from "./command.ts";

const origin = z
  .url({ protocol: /^https?$/ })
  .transform((url) => new URL(url).origin)
  .optional();
const channelKey = z
  .string()
  .regex(/^[\w-]{1,64}$/, "the key in the script's address")
  .optional();
const nonce = z
  .string()
  .regex(/^[\w+/-]+={0,2}$/, "the nonce that your pages carry")
  .optional();

export const contentSecurityPolicyCommand: Command = {
  name: "csp",
  usage: "csp --host https://support.example.com --channel KEY --nonce …",
  summary: "What a website with a Content-Security-Policy adds to it; each option may be left out",
  parse: (args) => {
    const given = options(args, { host: origin, channel: channelKey, nonce });
    return {
      withoutDatabase({ publicUrl }, print) {
        const host = given.host ?? (publicUrl && new URL(publicUrl).origin);
        if (!host) throw new CommandError("--host: where your pages load the widget from, or set PUBLIC_URL");
        print(`Content-Security-Policy: ${contentSecurityPolicy(host, given.channel, given.nonce)}`);
      },
    };
  },
};

/**
 * Under `default-src 'none'` this is all that a page with the widget needs. Styles are constructed, frames, fonts and sounds are not
 * loaded, and nothing is ever parsed as HTML or script, so Trusted Types need no policy. A nonce covers what the script imports.
 */
function contentSecurityPolicy(host: string, channel?: string, nonce?: string): string {
  const scripts = channel ? `${host}/w/${channel}.js ${host}/w/assets/` : `${host}/w/`;
  return [
    `script-src ${nonce ? `'nonce-${nonce}'` : scripts}`,
    `connect-src ${host}/v1/ ${host}/w/assets/ ${host}/socket/ ${host.replace(/^http/, "ws")}/socket/`,
    `img-src ${host}/files/`,
  ].join("; ");
}
