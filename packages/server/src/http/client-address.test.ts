import { expect, it } from "vitest";
import { clientAddress, networkOf } from "./client-address.ts";

it.each([
  ["a direct client", "203.0.113.7", null, "203.0.113.7"],
  ["a direct client who claims to be another", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
  ["a client behind our proxy", "10.0.0.2", "198.51.100.1", "198.51.100.1"],
  ["a client behind our proxy who claims to be another", "127.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"],
  ["a client behind two of our proxies", "::ffff:10.0.0.2", "198.51.100.1, 192.168.1.1", "198.51.100.1"],
  ["a client behind our proxy, over IPv6", "::1", "2001:db8::1", "2001:db8::1"],
  ["somebody of our own network", "10.0.0.2", null, "10.0.0.2"],
  ["nonsense", "127.0.0.1", "<script>, ,", "127.0.0.1"],
  ["no connection", undefined, "198.51.100.1", "unknown"],
])("%s", (_, peer, forwardedFor, address) => {
  expect(clientAddress(peer, forwardedFor)).toBe(address);
});

it.each([
  ["203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::ffff", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["unknown", "unknown"],
])("the network of %s is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
