import { expect, it } from "vitest";
import { type Chunk, limits, sumUp, tooLarge } from "./widget-sizes.ts";

const chunks: Chunk[] = [
  { file: "app.js", name: "app", imports: [] },
  { file: "chat.js", name: "chat", imports: ["app.js"] },
  { file: "core-de.js", name: "core/de.ts", imports: [] },
  { file: "core-fr.js", name: "core/fr.ts", imports: [] },
  { file: "chat-de.js", name: "chat/de.ts", imports: ["chat.js"] },
  { file: "tickets.js", name: "tickets", imports: ["app.js", "chat.js", "rows.js"] },
  { file: "rows.js", name: "rows", imports: ["app.js"] },
  { file: "esm.js", name: "esm", imports: [] },
];
const bytes: Record<string, number> = {
  "app.js": 10_000,
  "chat.js": 12_000,
  "core-de.js": 400,
  "core-fr.js": 500,
  "chat-de.js": 1300,
  "tickets.js": 4000,
  "rows.js": 300,
  "esm.js": 11_000,
};
const sizesOf = (all: Chunk[]) => sumUp(all, 2000, (file) => bytes[file] ?? Number.NaN);

it("counts what is fetched until one can type, for a live chat, and for a late part", () => {
  expect(sizesOf(chunks)).toEqual({
    loader: 2000,
    typing: 12_500,
    live: 25_800,
    late: { tickets: 4300, rows: 300 },
  });
  expect(tooLarge(sizesOf(chunks))).toEqual([]);
});

it("fails when the panel imports what belongs to the chat", () => {
  const wrong = chunks.map((chunk) => (chunk.name === "app" ? { ...chunk, imports: ["tickets.js"] } : chunk));
  expect(tooLarge(sizesOf(wrong))).toContain(`typing: 28800 bytes, ${limits.typing} at most`);
});

it("fails for a late part that has grown", () => {
  const sizes = sumUp(chunks, 2000, (file) => (file === "rows.js" ? 9000 : (bytes[file] ?? 0)));
  expect(tooLarge(sizes)).toEqual([
    `late part tickets: 13000 bytes, ${limits.late} at most`,
    `late part rows: 9000 bytes, ${limits.late} at most`,
  ]);
});
