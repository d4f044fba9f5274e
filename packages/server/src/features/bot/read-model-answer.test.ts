import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChunkHit } from "../articles/index.ts";
import { readModelAnswer } from "./read-model-answer.ts";

const passage = (slug: string): ChunkHit => ({
  chunkId: slug,
  articleId: slug,
  slug,
  title: slug,
  anchor: null,
  heading: "",
  text: slug,
  score: 1,
  coverage: 1,
});
const passages = ["a", "b", "c"].map(passage);
const read = (text: string, isWhole = true) => readModelAnswer(text, passages, isWhole);

describe("a model's answer", () => {
  it("waits until its first line is whole", () => {
    expect(read("SOURCES: 1", false)).toEqual({ kind: "pending" });
    expect(read("NO_ANSWER", true)).toEqual({ kind: "none" });
  });

  it("is numbered from 1 in the order of its sources, those named only in the text last", () => {
    const answer = read("SOURCES: 3\nFirst [3], then [1, 3].");
    expect(answer).toMatchObject({ kind: "answer", body: "First [1], then [2][1]." });
    expect(answer.kind === "answer" && answer.citations.map(({ number, slug }) => [number, slug])).toEqual([
      [1, "c"],
      [2, "a"],
    ]);
  });

  it("leaves links alone and holds back a bracket that is still open", () => {
    expect(read("SOURCES: 1\nSee [2](https://example.com) [1")).toMatchObject({
      body: "See [2](https://example.com) [1",
    });
    expect(read("SOURCES: 1\nSee this [1", false)).toMatchObject({ body: "See this" });
  });

  it.each(["Hello", "SOURCES:\nx", "SOURCES: 9\nx", "SOURCES: 0\nx", "SOURCES: 1\n", "SOURCES: all\nx", ""])(
    "%j is refused",
    (text) => expect(() => read(text)).toThrow("not grounded"),
  );

  it("never cites what it was not given, whatever it writes", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1 }), fc.string(), (numbers, text) => {
        const answer = read(`SOURCES: 2\n${text} ${numbers.map((number) => `[${number}]`).join(" ")} end`);
        if (answer.kind !== "answer") throw new Error("It names a source and says something");
        const cited = [...answer.body.slice(text.trim().length).matchAll(/\[(\d+)\]/g)].map((found) =>
          Number(found[1]),
        );
        const known = answer.citations.map(({ number }) => number);
        expect(known).toEqual(known.map((_, index) => index + 1));
        for (const number of cited) expect(known).toContain(number);
      }),
    );
  });
});
