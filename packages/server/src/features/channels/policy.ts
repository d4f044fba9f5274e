/**
 * Whether a page of this origin may embed the channel. No list allows all; `*.example.com` allows its subdomains only.
 * A request without an Origin comes from no page and is allowed.
 */
export function mayEmbed(allowedDomains: string[], origin: string | undefined): boolean {
  if (allowedDomains.length === 0 || origin === undefined) return true;
  const host = URL.canParse(origin) ? new URL(origin).hostname : null;
  if (!host) return false;
  return allowedDomains.some((domain) => (domain.startsWith("*.") ? host.endsWith(domain.slice(1)) : host === domain));
}
