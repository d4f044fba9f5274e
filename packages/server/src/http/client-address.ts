import { BlockList, isIP } from "node:net";
import type { Context } from "hono";

const ownNetworks = new BlockList();
for (const [network, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const) {
  ownNetworks.addSubnet(network, prefix, "ipv4");
}
ownNetworks.addAddress("::1", "ipv6");
ownNetworks.addSubnet("fc00::", 7, "ipv6");

/** Who asks over HTTP. */
export const addressOf = ({ env, req }: Context): string =>
  // What the app's `fetch` hands over, and nobody else calls.
  clientAddress((env as { peer?: string }).peer, req.header("x-forwarded-for") ?? null);

/**
 * Who is limited: the other end of the connection. Only a proxy of our own network is believed about whom it speaks for,
 * and of its list only the last address that is not a proxy's again: the others are whatever the client wrote.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | null): string {
  const direct = plain(peer ?? "");
  if (!isOwn(direct)) return direct || "unknown";
  const hops = (forwardedFor ?? "").split(",").map((hop) => plain(hop.trim()));
  return hops.findLast((hop) => isIP(hop) > 0 && !isOwn(hop)) ?? direct;
}

/** IPv4 as IPv6 sockets show it, `::ffff:10.0.0.1`. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

function isOwn(address: string): boolean {
  const family = isIP(address);
  return family > 0 && ownNetworks.check(address, family === 4 ? "ipv4" : "ipv6");
}

/** Where one subscriber can be: an IPv4 address, or the first half of an IPv6 one, whose other half they choose. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.toLowerCase().replace(/%.*$/, "").split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array<string>(gap).fill("0"), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** Whether an address is in a network in CIDR notation. */
export function isWithin(address: string, network: string): boolean {
  const [base = "", prefix] = network.split("/");
  const family = isIP(base);
  if (isIP(address) !== family) return false;
  const list = new BlockList();
  list.addSubnet(base, Number(prefix), family === 4 ? "ipv4" : "ipv6");
  return list.check(address, family === 4 ? "ipv4" : "ipv6");
}
