import { describe, expect, test } from "vitest";
import { fieldWords } from "./parts/field-words.ts";
import { checkTicket, emptyTicket } from "./ticket-draft.ts";

const { en } = fieldWords;
const draft = { clientId: "t-12345678", subject: "Refund", body: "Please", name: "", email: "", customFields: {} };

describe("a ticket's form", () => {
  test("needs a subject and a message, not more", () => {
    expect(checkTicket(draft, en)).toEqual({});
    expect(checkTicket({ ...draft, subject: " ", body: "\n" }, en)).toEqual({
      subject: en.required,
      body: en.required,
    });
  });

  test.each(["ada", "ada@", "ada@example", "a b@example.com", "@example.com"])("refuses %j as an address", (email) => {
    expect(checkTicket({ ...draft, email }, en)).toEqual({ email: en.badEmail });
  });

  test.each(["ada@example.com", " ada@example.com ", "a+b@sub.example.co.uk"])("takes %j", (email) => {
    expect(checkTicket({ ...draft, email }, en)).toEqual({});
  });

  test.each([null, "", "null", "7", '{"customFields":null}', '{"customFields":"x', "{"])(
    "begins anew with what nobody can read: %j",
    (kept) => {
      expect(emptyTicket(kept, undefined)).toMatchObject({ subject: "", customFields: {} });
    },
  );

  test("goes on with what was typed before a reload, under the same clientId", () => {
    const kept = { ...draft, customFields: { order: "A-18", urgent: true } };
    expect(emptyTicket(JSON.stringify(kept), undefined)).toEqual(kept);
  });

  test("starts with who the contact is and a clientId that the server takes", () => {
    const fresh = emptyTicket(null, { id: "c", name: "Ada", email: "ada@example.com" });
    expect(fresh).toMatchObject({ name: "Ada", email: "ada@example.com", subject: "" });
    expect(fresh.clientId).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
    expect(emptyTicket(null, undefined).clientId).not.toBe(fresh.clientId);
  });
});
