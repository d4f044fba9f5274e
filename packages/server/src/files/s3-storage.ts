import { openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AwsClient } from "aws4fetch";
import type { Config } from "../config.ts";
import type { FileStorage } from "./file-storage.ts";

const linkSeconds = 60;

/** Files in a bucket, by S3's REST protocol with version 4 signatures; the bucket stands in the path, as all servers of it understand. */
export function createS3Storage({ endpoint, region, bucket, ...credentials }: NonNullable<Config["s3"]>): FileStorage {
  const client = new AwsClient({ ...credentials, service: "s3", region, retries: 2 });
  const urlOf = (key: string): string => `${endpoint}/${bucket}/${key}`;

  async function ask(method: string, key: string, init: RequestInit = {}): Promise<Response> {
    const response = await client.fetch(urlOf(key), { ...init, method });
    if (response.ok || response.status === 404) return response;
    throw new Error(`The bucket answered ${response.status} to ${method}: ${(await response.text()).slice(0, 300)}`);
  }
  const drop = async (response: Response): Promise<void> => void (await response.body?.cancel());

  const remove = async (key: string): Promise<void> => drop(await ask("DELETE", key));
  return {
    async put(key, path, type) {
      // A blob of a file is read as it is sent; its size is known, so that one request stores all or nothing.
      const response = await ask("PUT", key, { body: await openAsBlob(path), headers: { "content-type": type } });
      if (!response.ok) throw new Error(`There is no bucket ${bucket}`);
      await drop(response);
    },
    async read(key) {
      const response = await ask("GET", key);
      if (response.ok && response.body) return Readable.fromWeb(response.body as ReadableStream);
      await drop(response);
      return null;
    },
    async move(from, to) {
      const copied = await ask("PUT", to, { headers: { "x-amz-copy-source": `/${bucket}/${from}` } });
      await drop(copied);
      if (copied.ok) await remove(from);
    },
    remove,
    async link(key, { type, disposition }) {
      const url = new URL(urlOf(key));
      url.searchParams.set("X-Amz-Expires", String(linkSeconds));
      url.searchParams.set("response-content-type", type);
      url.searchParams.set("response-content-disposition", disposition);
      return (await client.sign(url, { aws: { signQuery: true } })).url;
    },
  };
}
