import type { Deskbell } from "@deskbell/sdk";
import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { createIdentityKey } from "../channels/create-identity-key.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ work: false });
});
afterAll(() => server.close());

/** What a badge shows: messages of others that nobody has seen on any device. */
const unread = (device: Deskbell): number =>
  device.conversationList.get().items.reduce((sum, { lastSeq, contactReadSeq }) => sum + lastSeq - contactReadSeq, 0);
const say = (body: string) => ({ clientId: newId(), body });

it("the same contact on two devices has one history, and what is read on one is read on the other: by event, and after an absence", async () => {
  const workspace = await createTestWorkspace(server);
  const agent = await workspace.agent();
  const { kid, secret } = await createIdentityKey(workspace.ctx, workspace.channelKey);
  const token = await new SignJWT({ sub: "ada" })
    .setProtectedHeader({ alg: "HS256", kid })
    .setAudience(workspace.channelKey)
    .setExpirationTime("10m")
    .sign(new TextEncoder().encode(secret));
  const [phone, laptop] = [workspace.contact({ identity: { token } }), workspace.contact({ identity: { token } })];
  const devices = [phone, laptop];
  onTestFinished(() => {
    for (const device of devices) device.disconnect();
  });
  expect((await phone.start()).contact.id).toBe((await laptop.start()).contact.id);
  for (const device of devices) {
    await device.conversationList.load();
    device.connect();
    await eventually(() => expect(device.connection.get()).toBe("online"));
  }
  const both = (count: number) => eventually(() => expect(devices.map(unread)).toEqual([count, count]));

  // Begun on one, there on the other; one's own words are read.
  const { conversation } = await phone.conversations.start({ message: say("Hello?"), handoff: true });
  const { id } = conversation;
  await eventually(() => expect(devices.map((device) => device.conversationList.get().items.length)).toEqual([1, 1]));
  await agent.messages.send(id, say("Hello!"));
  await agent.messages.send(id, say("How can I help?"));
  // With two lines about what happened: that a person was asked for, and has come.
  await both(4);

  const onPhone = phone.thread(id);
  const onLaptop = laptop.thread(id);
  onTestFinished(() => {
    onPhone.close();
    onLaptop.close();
  });
  const linesOf = (thread: typeof onPhone) =>
    thread.get().items.flatMap((item) => (item.kind === "message" ? [item.message] : []));
  await eventually(() => expect(linesOf(onPhone)).toHaveLength(5));
  onPhone.read();
  await both(0);
  await eventually(() => expect(linesOf(onLaptop)).toEqual(linesOf(onPhone)));

  // Away: what happens meanwhile, on the other device too, is known on return.
  laptop.disconnect();
  await agent.messages.send(id, say("Are you there?"));
  await agent.messages.send(id, say("Hello?"));
  await eventually(() => expect(linesOf(onPhone)).toHaveLength(7));
  expect(unread(phone)).toBe(2);
  onPhone.read();
  await eventually(() => expect(unread(phone)).toBe(0));
  await agent.messages.send(id, say("One more"));
  await eventually(() => expect(unread(phone)).toBe(1));
  laptop.connect();
  await both(1);
  await eventually(() => expect(linesOf(onLaptop)).toEqual(linesOf(onPhone)));
  onLaptop.read();
  await both(0);
});
