import { crc32 } from "node:zlib";
import sharp from "sharp";

/** A picture of one color. */
export const picture = (
  width: number,
  height: number,
  format: "png" | "jpeg" | "webp" | "gif" | "avif" = "png",
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: "#4f46e5" } })
    .toFormat(format)
    .toBuffer();

/** Taken with the camera on its side, at a place. */
export const turnedPhoto = async (): Promise<Buffer> =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: "#c2410c" } })
    .withMetadata({
      orientation: 6,
      exif: { IFD0: { Copyright: "Somebody" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 31/1 0/1" } },
    })
    .jpeg()
    .toBuffer();

/** A sound PNG of one color: 100 KB that become 180 MB when they are drawn. */
export const pictureBomb = (): Promise<Buffer> => picture(10_000, 6_000);

/** An archive of these entries, not compressed. */
export function zip(entries: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const data = Buffer.from(content);
    const named = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(crc32(data), 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(data.length, 22);
    head.writeUInt16LE(named.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 16, 14, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(head, named, data);
    directory.push(entry, named);
    offset += head.length + named.length + data.length;
  }
  const count = Object.keys(entries).length;
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const wordTypes = (type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;
export const wordDocument = (): Buffer =>
  zip({
    "[Content_Types].xml": wordTypes(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ),
    "word/document.xml": "<w:document/>",
  });
export const wordDocumentWithMacros = (): Buffer =>
  zip({
    "[Content_Types].xml": wordTypes("application/vnd.ms-word.document.macroEnabled.main+xml"),
    "word/document.xml": "<w:document/>",
    "word/vbaProject.bin": "code",
  });

export const pdf = (): Buffer => Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
export const program = (): Buffer =>
  Buffer.concat([Buffer.from("MZ"), Buffer.alloc(510), Buffer.from("PE\0\0"), Buffer.alloc(200)]);
