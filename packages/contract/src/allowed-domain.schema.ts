import { z } from "zod";

/** Wherever this runs; compiled without the types of either browsers or Node. */
declare const URL: { parse(text: string): { hostname: string } | null };

const label = "[a-z0-9]([a-z0-9_-]*[a-z0-9])?";
const written = /^(\*\.)?([^:/?#@\\%\s]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;
const domain = new RegExp(`^((\\*\\.)?${label}(\\.${label})*|\\[[0-9a-f:.]+\\])(:\\d{1,5})?$`);

/**
 * A domain whose pages may embed a channel: `example.com` at any port, `example.com:8443` at this one, `*.example.com`
 * for all below it and not itself. It is kept as browsers write it in an Origin: lower case, IDN in Punycode.
 */
export const allowedDomainSchema = z
  .string()
  .trim()
  .max(253)
  .overwrite(asInOrigin)
  .regex(domain, "A host, such as example.com, *.example.com or localhost:3000.");

/** Empty, which the check behind refuses, for what is no domain. */
function asInOrigin(text: string): string {
  const [, wildcard = "", host = "", port = ""] = written.exec(text) ?? [];
  const url = URL.parse(`http://${host}${port}`);
  // Addresses have nothing below them.
  if (!url || (wildcard && /^\[|\.\d+$/.test(url.hostname))) return "";
  return `${wildcard}${url.hostname.replace(/\.$/, "")}${port.replace(/^:0+(?=\d)/, ":")}`;
}
