import type { OfficeHours } from "@deskbell/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";

let server: TestServer;
const noon = new Date("2026-11-21T12:00:00Z");
beforeAll(async () => {
  server = await startTestServer({ work: false, now: () => noon });
});
afterAll(() => server.close());

const nine = [{ from: "09:00", to: "17:00" }];
const hours: OfficeHours = {
  timeZone: "Europe/Berlin",
  week: [nine, nine, nine, nine, nine, [], []],
  holidays: [{ date: "2026-11-23", name: "Repentance", open: [] }],
  replyMinutes: 30,
};

async function scene() {
  const workspace = await createTestWorkspace(server);
  const admin = await workspace.agent("admin");
  const channel = (await admin.channels.list()).data.find(({ key }) => key === workspace.channelKey);
  if (!channel) throw new Error("The workspace has no channel");
  return { workspace, set: (next: OfficeHours | null) => admin.channels.update(channel.id, { hours: next }) };
}

it("contacts are told whether the channel is open, by the server's clock, once it has hours", async () => {
  const { workspace, set } = await scene();
  const contact = workspace.contact();
  expect(await contact.presence.get()).toEqual({ available: false, agents: [], office: null });
  expect((await set(hours)).hours).toEqual(hours);
  const opensAt = "2026-11-24T08:00:00.000Z";
  const office = { open: false, changesAt: opensAt, replyMinutes: 30, at: noon.toISOString() };
  expect((await contact.presence.get()).office).toEqual(office);
  expect((await workspace.contact().start()).channel).not.toHaveProperty("hours");
  await set(null);
  expect((await contact.presence.get()).office).toBeNull();
});

it.each([
  [{ timeZone: "Berlin" }, "timeZone"],
  [{ week: [nine] }, "week"],
  [{ week: hours.week.with(0, [{ from: "17:00", to: "09:00" }]) }, "week.0.0.to"],
  [{ week: hours.week.with(0, [{ from: "09:00", to: "25:00" }]) }, "week.0.0.to"],
  [{ week: hours.week.with(0, [...nine, { from: "16:00", to: "18:00" }]) }, "week.0"],
  [{ holidays: [...hours.holidays, ...hours.holidays] }, "holidays"],
  [{ holidays: [{ date: "2026-02-30", name: "", open: [] }] }, "holidays.0.date"],
  [{ replyMinutes: 0 }, "replyMinutes"],
])("no hours are kept with %j", async (wrong, path) => {
  const { set } = await scene();
  const refused = set({ ...hours, ...wrong });
  await expect(refused).rejects.toMatchObject({
    code: "invalid_input",
    fields: { [`hours.${path}`]: expect.any(String) },
  });
});
