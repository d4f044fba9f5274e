import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { pdf, picture, pictureBomb, program, wordDocument, wordDocumentWithMacros, zip } from "../test/corpus.ts";
import { createSniffer } from "./sniff.ts";

/** In pieces of this size, as a network would bring them. */
async function sniff(content: Buffer | string, piece = 1000): Promise<string> {
  const sniffer = createSniffer();
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += piece) {
    const early = await sniffer.see(bytes.subarray(at, at + piece));
    if (early) expect(await sniffer.end()).toBe(early);
    if (early) return early;
  }
  return sniffer.end();
}
const long = "A line of words.\n".repeat(10_000);

describe("what content is, whatever it is called", () => {
  it.each<[string, () => Promise<Buffer | string> | Buffer | string, string]>([
    ["PNG", () => picture(10, 10), "image/png"],
    ["JPEG", () => picture(10, 10, "jpeg"), "image/jpeg"],
    ["WebP", () => picture(10, 10, "webp"), "image/webp"],
    ["GIF", () => picture(10, 10, "gif"), "image/gif"],
    ["AVIF", () => picture(10, 10, "avif"), "image/avif"],
    ["a picture's bomb", pictureBomb, "image/png"],
    ["PDF", pdf, "application/pdf"],
    ["a Word document", wordDocument, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["one with macros", wordDocumentWithMacros, "application/vnd.ms-word.document.macroenabled.12"],
    [
      "a long Word document",
      () => Buffer.concat([wordDocument(), randomBytes(200_000)]),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    ["an archive", () => zip({ "a.txt": "a" }), "application/zip"],
    [
      "an archive whose first entry is long",
      () => zip({ "a.bin": randomBytes(200_000), "b.txt": "b" }),
      "application/zip",
    ],
    ["a program", program, "application/x-msdownload"],
    ["words", () => "Ünïcödé 👩🏽‍🚒\r\n", "text/plain"],
    ["many words", () => long, "text/plain"],
    ["HTML", () => "<!doctype html><script>alert(1)</script>", "text/plain"],
    ["SVG", () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "text/plain"],
    ["XML", () => '<?xml version="1.0"?><a/>', "text/plain"],
    ["a script", () => "#!/bin/sh\nrm -rf /\n", "text/plain"],
    ["noise", () => Buffer.concat([Buffer.from([0xc3, 0x28, 0]), randomBytes(300)]), "application/octet-stream"],
    ["words with a binary end", () => `${long}\0`, "application/octet-stream"],
    ["words cut inside a sign", () => Buffer.from(`${long}é`).subarray(0, -1), "application/octet-stream"],
    ["a picture that is a script too", () => Buffer.from("GIF89a/*\0\0*/=1;alert(1)//"), "image/gif"],
  ])("%s", async (_, content, type) => {
    const bytes = Buffer.from(await content());
    for (const piece of [1, 1000, 65_536]) {
      if (piece > 1 || bytes.length < 5000) expect(await sniff(bytes, piece)).toBe(type);
    }
  });
});
