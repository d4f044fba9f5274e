import { openBrowser } from "./browser.ts";
import { openConsole, openDemo, openPanel, say } from "./people.ts";
import { createTestServer } from "./server.ts";
const out = "/tmp/wt/presence/shots";
const server = await createTestServer();
await server.start();
const browser = await openBrowser();
try {
  const owner = await openConsole(browser, server, "owner@demo.test");
  const agent = await openConsole(browser, server);
  const contact = await openDemo(browser, server);
  await openPanel(contact);
  await contact.getByRole("button", { name: /^Send us a message/ }).click();
  await say(contact, "I would like to talk to a person");
  await agent.getByRole("button", { name: "Your account" }).click();
  await agent.screenshot({ path: `${out}/menu.png` });
  await agent.getByRole("menuitemradio", { name: /^Away/ }).click();
  await agent.waitForTimeout(800);
  await agent.screenshot({ path: `${out}/away.png`, clip: { x: 0, y: 700, width: 300, height: 200 } });
  await owner.waitForTimeout(1500);
  await owner.locator(".conversation-row, [class*=row]").first().click().catch(() => undefined);
  await owner.waitForTimeout(1500);
  await owner.screenshot({ path: `${out}/owner.png` });
  await owner.getByRole("button", { name: /Assign/ }).first().click();
  await owner.waitForTimeout(700);
  await owner.screenshot({ path: `${out}/picker.png` });
  await owner.emulateMedia({ colorScheme: "dark" });
  await owner.screenshot({ path: `${out}/dark.png` });
} finally {
  await browser.close();
  await server.remove();
}
