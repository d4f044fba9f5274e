import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** The two screens that everything has to look finished on. */
export const viewports = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

/** `docs/images` when `UPDATE_SCREENSHOTS=1`, else a temporary folder. */
const screenshotsFolder =
  process.env.UPDATE_SCREENSHOTS === "1"
    ? join(import.meta.dirname, "../docs/images")
    : mkdtempSync(join(tmpdir(), "deskbell-screenshots-"));

/** Takes the page as it is, into `<name>.png`. Nothing moves while it is taken. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshotsFolder, { recursive: true });
  await page.screenshot({ path: join(screenshotsFolder, `${name}.png`), animations: "disabled", caret: "hide" });
}
