import type { Attachment, UploadFile } from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../client-id.ts";
import type { Request, RequestOptions } from "../request.ts";

export interface UploadOptions extends RequestOptions {
  /** Told as the file goes out: 0 to 1. Needs a browser; elsewhere it jumps from 0 to 1. */
  onProgress?: ((progress: number) => void) | undefined;
}

export type FilesResource = ReturnType<typeof createFiles>;

/** In ms: as long as the server waits for a whole request. */
const uploadTimeout = 300_000;

/** `path`: where this side uploads. */
export const createFiles = (request: Request, path: readonly string[]) => ({
  /**
   * One attempt, now; the same `clientId` again answers with the first. The answer's `id` goes into a message's `attachments` within
   * a day. Throws `file_too_large`, `file_type_not_allowed`, `file_empty`, `upload_incomplete`.
   */
  async upload(file: Blob, input: WithoutClientId<UploadFile>, options: UploadOptions = {}): Promise<Attachment> {
    const { onProgress, ...rest } = options;
    // Browsers tell progress only through what most pages never need.
    const { postWithProgress } = await import("../post-with-progress.ts");
    onProgress?.(0);
    const attachment = await request<Attachment>({
      method: "POST",
      path,
      query: withClientId(input),
      file,
      send: onProgress && postWithProgress(onProgress),
      timeout: uploadTimeout,
      ...rest,
    });
    onProgress?.(1);
    return attachment;
  },
});
