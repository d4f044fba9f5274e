import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createDeskbell, createMemoryStore } from "@deskbell/sdk";
import { expect, it, onTestFinished } from "vitest";
import { openBrowser } from "./browser.ts";
import { openConsole, say } from "./people.ts";
import { createTestServer } from "./server.ts";

/** A company's proxy: requests go through, WebSocket does not. */
async function refuseUpgrades() {
  const asked = new Set<string | null>();
  let target = "";
  const proxy = createServer((from, answer) => {
    const url = new URL(from.url ?? "/", target);
    if (url.pathname.startsWith("/socket")) asked.add(url.searchParams.get("transport"));
    const forwarded = request(url, { method: from.method, headers: from.headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    forwarded.on("error", () => answer.destroy());
    answer.on("close", () => forwarded.destroy());
    from.pipe(forwarded);
  });
  proxy.on("upgrade", (_, socket: Socket) => {
    asked.add("websocket");
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return { url, asked, leadTo: (to: string) => (target = to) };
}

it("the console is live where WebSocket is refused, and says no more about it than elsewhere", async () => {
  const proxy = await refuseUpgrades();
  const server = await createTestServer({ PUBLIC_URL: proxy.url });
  onTestFinished(() => server.remove());
  await server.start();
  proxy.leadTo(server.url);
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const agent = await openConsole(browser, { ...server, url: proxy.url });
  await agent.getByRole("status").and(agent.getByTitle("Live")).waitFor();
  expect(await agent.locator(".connection-words").count()).toBe(0);

  const contact = createDeskbell({ host: proxy.url, channelKey: "demo", storage: createMemoryStore() });
  onTestFinished(() => contact.disconnect());
  contact.connect();
  await expect.poll(() => contact.connection.get(), { timeout: 10_000 }).toBe("online");
  const { conversation } = await contact.conversations.start({ message: { body: "Can you hear me?" }, handoff: true });
  const thread = contact.thread(conversation.id);
  // It comes up and changes by what is heard: nothing here asks for it again.
  await agent.getByRole("link", { name: /^Visitor/ }).click();
  await agent.getByText("Can you hear me?").last().waitFor();
  thread.send("And now?");
  await agent.getByText("And now?").last().waitFor();
  thread.setTyping(true);
  await agent.getByText(/is writing/).waitFor();
  await say(agent, "Loud and clear", "Reply");
  const heard = () => thread.get().items.flatMap((item) => (item.kind === "message" ? [item.message.body] : []));
  await expect.poll(heard, { timeout: 10_000 }).toContain("Loud and clear");
  await agent.getByText("Seen").or(agent.getByText("Delivered")).last().waitFor();
  expect([...proxy.asked].toSorted()).toEqual(["polling", "websocket"]);
});
