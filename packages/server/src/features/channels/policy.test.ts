import { updateChannelSchema } from "@deskbell/contract/schema";
import fc from "fast-check";
import { expect, it } from "vitest";
import { mayEmbed } from "./policy.ts";

/** What is kept of what an admin types; throws where it is refused. */
const kept = (...allowedDomains: string[]): string[] =>
  updateChannelSchema.parse({ allowedDomains }).allowedDomains ?? [];

it.each([
  // One host, whatever scheme, port, case or final dot.
  ["shop.example", "https://shop.example", true],
  ["shop.example", "http://shop.example:8080", true],
  ["Shop.Example", "https://SHOP.example", true],
  ["shop.example", "https://shop.example.", true],
  ["shop.example.", "https://shop.example", true],
  ["shop.example", "capacitor://shop.example", true],
  ["shop.example", "https://www.shop.example", false],
  ["shop.example", "https://notshop.example", false],
  ["shop.example", "https://shop.example.evil.example", false],
  ["shop.example", "https://evil.example?shop.example", false],
  ["shop.example", "https://shop.example@evil.example", false],
  // All below it, however deep, and not itself.
  ["*.shop.example", "https://www.shop.example", true],
  ["*.shop.example", "https://a.b.c.shop.example:444", true],
  ["*.shop.example", "https://shop.example", false],
  ["*.shop.example", "https://evilshop.example", false],
  ["*.shop.example", "https://www.shop.example.evil.example", false],
  // One port.
  ["shop.example:8443", "https://shop.example:8443", true],
  ["shop.example:8443", "https://shop.example", false],
  ["shop.example:443", "https://shop.example", true],
  ["shop.example:443", "http://shop.example", false],
  ["shop.example:80", "http://shop.example", true],
  ["*.shop.example:0080", "http://www.shop.example", true],
  ["*.shop.example:8443", "https://www.shop.example:8444", false],
  // As people write it and as browsers do.
  ["bücher.example", "https://xn--bcher-kva.example", true],
  ["BÜCHER.example", "https://xn--bcher-kva.example", true],
  ["*.bücher.example", "https://www.xn--bcher-kva.example", true],
  ["xn--bcher-kva.example", "https://xn--bcher-kva.example", true],
  ["bücher.example", "https://bucher.example", false],
  ["例え。テスト", "https://xn--r8jz45g.xn--zckzah", true],
  // Nothing is local by itself.
  ["localhost", "http://localhost:5173", true],
  ["localhost:3000", "http://localhost:5173", false],
  ["*.localhost", "http://shop.localhost:3000", true],
  ["shop.example", "http://localhost:3000", false],
  ["localhost", "http://127.0.0.1:3000", false],
  ["127.0.0.1", "http://127.0.0.1:3000", true],
  ["[::1]", "http://[::1]:3000", true],
  ["[0:0:0:0:0:0:0:1]:3000", "http://[::1]:3000", true],
  // What is no origin of a page.
  ["shop.example", "null", false],
  ["shop.example", "", false],
  ["shop.example", "file://", false],
  ["shop.example", "https://", false],
] as const)("%s and a page of %s: %s", (domain, origin, allowed) => {
  expect(mayEmbed(kept(domain), origin)).toBe(allowed);
});

it("no list allows every page, a list allows what comes from no page", () => {
  for (const origin of ["https://any.example", "null", undefined]) expect(mayEmbed([], origin)).toBe(true);
  expect(mayEmbed(kept("shop.example"), undefined)).toBe(true);
});

it.each([
  "https://shop.example",
  "shop.example/path",
  "*",
  "*.",
  "shop.*",
  "w*.shop.example",
  "*.127.0.0.1",
  "*.[::1]",
  "shop.example:99999",
  "shop.example:",
  "user@shop.example",
  "null!",
  "-shop.example",
  "shop..example",
  "%73hop.example",
  "",
])("%j is no domain", (domain) => {
  expect(() => kept(domain)).toThrow(/allowedDomains/);
});

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));
const port = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: null });

it("is label by label: the same, or more in front of a wildcard; and never half a label", () => {
  const scene = fc.record({
    domain: host,
    wildcard: fc.boolean(),
    domainPort: port,
    // Often near it, so that both answers are met.
    page: fc.oneof(
      host.map((other) => () => other),
      label.map((more) => (domain: string) => `${more}.${domain}`),
      label.map((more) => (domain: string) => `${more}${domain}`),
      label.map((more) => (domain: string) => `${domain}.${more}`),
      fc.constant((domain: string) => domain),
    ),
    pagePort: port,
    scheme: fc.constantFrom("http", "https"),
  });
  fc.assert(
    fc.property(scene, ({ domain, wildcard, domainPort, page, pagePort, scheme }) => {
      const name = page(domain);
      const [labels, wanted] = [name.split("."), domain.split(".")];
      const isBelow = wanted.every((part, at) => part === labels[labels.length - wanted.length + at]);
      const isNamed = wildcard ? isBelow && labels.length > wanted.length : name === domain;
      const isPort = domainPort === null || domainPort === (pagePort ?? (scheme === "https" ? 443 : 80));
      const entry = `${wildcard ? "*." : ""}${domain}${domainPort === null ? "" : `:${domainPort}`}`;
      const origin = new URL(`${scheme}://${name}${pagePort === null ? "" : `:${pagePort}`}`).origin;
      expect(mayEmbed(kept("other.test", entry.toUpperCase()), origin)).toBe(isNamed && isPort);
    }),
    { numRuns: 500 },
  );
});
