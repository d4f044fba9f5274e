import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it("finds and clicks what stands in a shadow root", async () => {
  const page = await browser.newPage();
  await page.setContent(`<div id="host"></div><script>
    const root = document.getElementById("host").attachShadow({ mode: "open" });
    root.innerHTML = "<button>Ask us</button><p role=status></p>";
    root.querySelector("button").onclick = () => (root.querySelector("p").textContent = "Asked");
  </script>`);
  await page.getByRole("button", { name: "Ask us" }).click();
  expect(await page.getByRole("status").textContent()).toBe("Asked");
  await page.close();
});
