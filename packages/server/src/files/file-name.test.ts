import { describe, expect, it } from "vitest";
import { contentDisposition, plainFileName } from "./file-name.ts";

describe("a name to show", () => {
  it.each([
    ["photo.png", "photo.png"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\ada\\Rechnung Mai.pdf", "Rechnung Mai.pdf"],
    ["..", "file"],
    ["/", "file"],
    [" .hidden. ", "hidden"],
    ["a\r\nSet-Cookie: x=1\r\n.txt", "aSet-Cookie_ x=1.txt"],
    ["invoice\u202egnp.exe", "invoicegnp.exe"],
    ["\u200b\u2066\ufeff", "file"],
    ["👩🏽‍🚒 \u0627\u0644\u0639\u0631\u0628\u064a\u0629.pdf", "👩🏽‍🚒 \u0627\u0644\u0639\u0631\u0628\u064a\u0629.pdf"],
    ['a<b>"c"|d?.txt', "a_b__c__d_.txt"],
    [`${"x".repeat(300)}.docx`, `${"x".repeat(115)}.docx`],
    ["👩".repeat(200), "👩".repeat(120)],
  ])("%j is %j", (given, shown) => expect(plainFileName(given)).toBe(shown));

  it("stays what it is the second time", () => {
    for (const name of ["a/b", " x ", "\u202ea.b", "y".repeat(500)])
      expect(plainFileName(plainFileName(name))).toBe(plainFileName(name));
  });
});

describe("a name in a header", () => {
  it.each([
    ["a.txt", `attachment; filename="a.txt"; filename*=UTF-8''a.txt`],
    ['"; x="y.txt', `attachment; filename="_; x=_y.txt"; filename*=UTF-8''%22%3B%20x%3D%22y.txt`],
    ["Grüße (1).pdf", `attachment; filename="Gr__e (1).pdf"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%281%29.pdf`],
    ["👩.png", `attachment; filename="__.png"; filename*=UTF-8''%F0%9F%91%A9.png`],
  ])("%j", (name, header) => {
    expect(contentDisposition("attachment", name)).toBe(header);
    expect(() => new Headers({ "content-disposition": header })).not.toThrow();
  });
});
