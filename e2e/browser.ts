import { existsSync } from "node:fs";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

// The bundled list would also switch off web security, which the widget's cross-origin requests are to be tested with.
const unwanted =
  /^--(single-process|disable-web-security|disable-site-isolation|allow-running-insecure|disable-features)/;

/** A headless Chromium: the one inside `@sparticuz/chromium` on Linux, an installed Chrome through `CHROME_PATH` elsewhere. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (!existsSync(executablePath)) throw new Error(`There is no browser at ${executablePath}. Set CHROME_PATH.`);
  const args = chromium.args.filter((arg) => !unwanted.test(arg));
  if (process.env.CHROME_PATH) return playwright.launch({ executablePath });
  const env = { ...process.env, FONTCONFIG_FILE: join(import.meta.dirname, "fonts.conf") };
  const launch = () => playwright.launch({ executablePath, args, env });
  // On a machine under load it sometimes dies of a segmentation fault before it has opened anything.
  return launch().catch(launch);
}

/** Where it is. The bundled one is unpacked when it is first asked for. */
export async function findBrowser(): Promise<string> {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  if (process.platform === "linux" && process.arch === "x64") return chromium.executablePath();
  throw new Error("Set CHROME_PATH to an installed Chrome or Chromium: the bundled one runs on 64-bit Linux only.");
}
