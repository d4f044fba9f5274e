import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createDeskbell, createMemoryStore } from "@deskbell/sdk";
import { expect, it, onTestFinished } from "vitest";
import { openBrowser } from "./browser.ts";
import { openConsole } from "./people.ts";
import { takeScreenshot, viewports } from "./screenshots.ts";
import { createTestServer } from "./server.ts";

/** Speaks clamd's INSTREAM, takes its time, and calls malware what says so itself. */
async function startScanner() {
  const held: (() => void)[] = [];
  let isPatient = true;
  const scanner = createServer((socket: Socket) => {
    const parts: Buffer[] = [];
    socket.on("error", () => socket.destroy());
    socket.on("data", (part: Buffer) => {
      parts.push(part);
      const stream = Buffer.concat(parts);
      if (!stream.subarray(-4).equals(Buffer.alloc(4))) return;
      const answer = () => socket.end(stream.includes("malware") ? "stream: Test FOUND\0" : "stream: OK\0");
      if (isPatient) held.push(answer);
      else answer();
    });
  });
  scanner.listen(0, "127.0.0.1");
  await once(scanner, "listening");
  onTestFinished(() => void scanner.close());
  return {
    url: `tcp://127.0.0.1:${(scanner.address() as AddressInfo).port}`,
    speak() {
      isPatient = false;
      for (const answer of held.splice(0)) answer();
    },
  };
}

it("an agent sees that a file is being looked at, then that it is held back, or gets it", async () => {
  const scanner = await startScanner();
  const server = await createTestServer({ CLAMD_URL: scanner.url });
  onTestFinished(() => server.remove());
  await server.start();
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const contact = createDeskbell({ host: server.url, channelKey: "demo", storage: createMemoryStore() });
  const upload = (words: string, name: string) => contact.files.upload(new Blob([words]), { name });
  const files = [await upload("all is well", "letter.txt"), await upload("this is malware", "invoice.txt")];
  await contact.conversations.start({
    message: { body: "Please look at these", attachments: files.map(({ id }) => id) },
    handoff: true,
  });
  const agent = await openConsole(browser, server);
  await agent.getByRole("link", { name: /^Visitor/ }).click();
  const fileOf = (name: string) => agent.getByRole("listitem").filter({ hasText: name }).last();
  for (const name of ["letter.txt", "invoice.txt"]) {
    await fileOf(name).getByText("Being checked for malware…").waitFor();
    expect(await fileOf(name).getByRole("link").count()).toBe(0);
  }
  await takeScreenshot(agent, "files-held");
  scanner.speak();
  await agent.getByRole("link", { name: "Download letter.txt" }).waitFor();
  await fileOf("invoice.txt").getByText("Put aside: it contains malware").waitFor();
  expect(await fileOf("invoice.txt").getByRole("link").count()).toBe(0);
  await takeScreenshot(agent, "files-infected");
  await agent.emulateMedia({ colorScheme: "dark" });
  await agent.setViewportSize(viewports.phone);
  await takeScreenshot(agent, "files-infected-phone");
});
