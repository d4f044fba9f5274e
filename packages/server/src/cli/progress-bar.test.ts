import { expect, it } from "vitest";
import { createProgressBar } from "./progress-bar.ts";

const draw = (isTTY: boolean, total: number) => {
  const written: string[] = [];
  const bar = createProgressBar({ isTTY, columns: 60, write: (text: string) => written.push(text) });
  for (let done = 1; done <= total; done += 1)
    bar.update(done, total, "a-very-long-file-name-that-would-not-fit-into-the-line.md");
  bar.end();
  return written;
};

it("stays on one line of a terminal", () => {
  const written = draw(true, 3);
  for (const text of written) {
    expect(text.startsWith("\r\u001B[2K")).toBe(true);
    expect(text).not.toContain("\n");
    expect(text.length).toBeLessThanOrEqual(64);
  }
  expect(written[2]).toContain("3/3");
});

it("is a few plain lines elsewhere, the last one whole", () => {
  const written = draw(false, 282);
  expect(written.length).toBeLessThanOrEqual(11);
  expect(written.at(-1)).toBe("282 of 282\n");
  expect(written.join("")).not.toContain("\u001B");
});
