import { openBrowser } from "./browser.ts";

const browser = await openBrowser();
const base = "http://localhost:4100";
const c = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
const reqs: string[] = [];
c.on("request", (r) => reqs.push(r.method() + " " + r.url()));
c.on("console", (m) => console.log("C:", m.type(), m.text()));
c.on("pageerror", (e) => console.log("C ERR:", e.message));
await c.goto(base + "/demo");
await c.waitForLoadState("networkidle");
console.log("before open", reqs);
await c.screenshot({ path: "/tmp/shots/demo.png" });
await c
  .getByRole("button", { name: /support|chat|open|messag/i })
  .last()
  .click();
await c.waitForTimeout(1500);
await c.screenshot({ path: "/tmp/shots/home.png" });
console.log(reqs.slice(2));
const a = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
a.on("console", (m) => console.log("A:", m.type(), m.text()));
a.on("pageerror", (e) => console.log("A ERR:", e.message));
await a.goto(base + "/console");
await a.getByLabel("E-mail").fill("agent@demo.test");
await a.getByLabel("Password", { exact: true }).fill("deskbell-demo");
await a.screenshot({ path: "/tmp/shots/signin.png" });
await a.getByRole("button", { name: "Sign in" }).click();
await a.waitForTimeout(1500);
await a.screenshot({ path: "/tmp/shots/inbox.png" });
await c.getByText("Send us a message").click();
await c.waitForTimeout(600);
await c.keyboard.type("How do I put the widget on my website?");
await c.keyboard.press("Enter");
await c.waitForTimeout(3000);
await c.screenshot({ path: "/tmp/shots/chat.png" });
await a.waitForTimeout(500);
await a.screenshot({ path: "/tmp/shots/inbox2.png" });
await browser.close();
