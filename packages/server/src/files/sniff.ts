import { fileTypeFromBuffer } from "file-type";

/** As much of the beginning as tells all types apart: office files are archives, whose first entries say what they are. */
const headBytes = 64 * 1024;

/** Names the media type of content as it passes; what a name or a sender says counts for nothing. */
export interface Sniffer {
  /** The type as soon as it is certain; `null` before, and for text until the end. */
  see(chunk: Uint8Array): Promise<string | null>;
  /** After the last chunk. `application/octet-stream` is what nobody knows. */
  end(): Promise<string>;
}

export function createSniffer(): Sniffer {
  const head: Uint8Array[] = [];
  let headSize = 0;
  let type: string | null = null;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isText = true;

  function readText(chunk?: Uint8Array): void {
    if (!isText || type) return;
    try {
      isText = !binarySigns.test(decoder.decode(chunk, { stream: chunk !== undefined }));
    } catch {
      isText = false;
    }
  }

  async function sniffHead(): Promise<void> {
    const bytes = Buffer.concat(head);
    const found =
      (await fileTypeFromBuffer(bytes)) ?? (bytes.indexOf(zipSign) === 0 ? { mime: "application/zip" } : null);
    // Markup is text here: whatever it is named, nobody is ever served it as something to be drawn.
    type = found && !/\bxml$|^text\//.test(found.mime) ? plain(found.mime) : null;
    head.length = 0;
  }

  return {
    async see(chunk) {
      readText(chunk);
      if (headSize < headBytes) {
        head.push(chunk.slice());
        headSize += chunk.length;
        if (headSize >= headBytes) await sniffHead();
      }
      return type ?? (headSize >= headBytes && !isText ? unknown : null);
    },
    async end() {
      if (head.length > 0) await sniffHead();
      readText();
      return type ?? (isText ? "text/plain" : unknown);
    },
  };
}

/** An archive whose first entry goes on beyond the head is at least that. */
const zipSign = Buffer.from("PK\x03\x04", "latin1");
const unknown = "application/octet-stream";
/** `audio/ogg; codecs=opus` is `audio/ogg`. */
const plain = (mime: string): string => mime.split(";")[0] ?? mime;
/** Control characters that no text has, besides tab, line feed, form feed, carriage return and escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const binarySigns = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
