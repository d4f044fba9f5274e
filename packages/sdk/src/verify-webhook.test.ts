import fc from "fast-check";
import { expect, test } from "vitest";
import { verifyWebhook } from "./verify-webhook.ts";

/** The example of the standard's own libraries. */
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const payload = '{"test": 2432232314}';
const headers = {
  "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
  "webhook-timestamp": "1614265330",
  "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const now = 1_614_265_330_000;

test("the standard's example is verified, however headers and body come", () => {
  expect(verifyWebhook(payload, headers, secret, { now })).toBe(true);
  expect(verifyWebhook(new TextEncoder().encode(payload), new Headers(headers), secret, { now })).toBe(true);
});

test("one signature of several, by one secret of several, is enough", () => {
  const several = { ...headers, "webhook-signature": `v1,AAAA v1a,xyz ${headers["webhook-signature"]}` };
  expect(verifyWebhook(payload, several, ["whsec_bmV4dA==", secret], { now })).toBe(true);
  expect(verifyWebhook(payload, several, "whsec_bmV4dA==", { now })).toBe(false);
});

test.each([
  ["a missing id", { ...headers, "webhook-id": undefined }],
  ["another id", { ...headers, "webhook-id": "msg_2" }],
  ["another time", { ...headers, "webhook-timestamp": "1614265331" }],
  ["a time that is none", { ...headers, "webhook-timestamp": "NaN" }],
  ["no signature", { ...headers, "webhook-signature": "" }],
  [
    "a signature of another version",
    { ...headers, "webhook-signature": headers["webhook-signature"].replace("v1", "v2") },
  ],
  ["half a signature", { ...headers, "webhook-signature": headers["webhook-signature"].slice(0, 20) }],
  ["headers twice", { ...headers, "webhook-signature": [headers["webhook-signature"], "v1,AAAA"] }],
])("%s is refused", (_, sent) => {
  expect(verifyWebhook(payload, sent, secret, { now })).toBe(false);
});

test("a call is taken for as long as it is young, by either clock", () => {
  const at = (seconds: number, toleranceSeconds?: number) =>
    verifyWebhook(payload, headers, secret, {
      now: now + seconds * 1000,
      ...(toleranceSeconds && { toleranceSeconds }),
    });
  expect([at(300), at(-300), at(30, 30)]).toEqual([true, true, true]);
  expect([at(301), at(-301), at(31, 30), at(Number.NaN)]).toEqual([false, false, false, false]);
});

test("no other body has this signature", () => {
  fc.assert(
    fc.property(fc.string(), (other) => verifyWebhook(other, headers, secret, { now }) === (other === payload)),
  );
});

test("a secret that is none is a mistake, not a no", () => {
  expect(() => verifyWebhook(payload, headers, "", { now })).toThrow(TypeError);
});
