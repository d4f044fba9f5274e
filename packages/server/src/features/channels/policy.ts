/**
 * Whether a page of this origin may embed the channel: one of the list, as `allowedDomainSchema` keeps it; no list allows all.
 * A request without an Origin comes from no page (an app, a server) and is allowed; `null`, of a sandboxed frame or a file, is on no list.
 */
export function mayEmbed(allowedDomains: string[], origin: string | undefined): boolean {
  if (allowedDomains.length === 0 || origin === undefined) return true;
  const url = URL.parse(origin);
  if (!url?.hostname) return false;
  const host = url.hostname.toLowerCase().replace(/\.$/, "");
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return allowedDomains.some((domain) => {
    const [, name = "", itsPort = port] = /^(.+?)(?::(\d+))?$/.exec(domain) ?? [];
    return itsPort === port && (name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name);
  });
}
