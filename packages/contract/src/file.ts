/** What a file's content turned out to be, in groups that a channel allows or not. */
export const fileKinds = ["image", "pdf", "text", "office", "archive", "audio", "video"] as const;
export type FileKind = (typeof fileKinds)[number];

/** `scanning`: held until the virus scanner has looked. `infected`: put aside, never served. */
export const fileStates = ["scanning", "ready", "infected"] as const;
export type FileState = (typeof fileStates)[number];

/** So many files go with one message. */
export const attachmentsMax = 10;

/** Which files a channel takes from contacts. */
export interface FileSettings {
  /** By content, whatever the name says; empty takes none. */
  kinds: FileKind[];
  /** In bytes. */
  maxBytes: number;
}

/** A file, on its own after the upload or in a message. */
export interface Attachment {
  id: string;
  /** As the sender called it, without path and control characters. */
  name: string;
  /** Media type of the content, such as `image/png`; never what the sender claimed. */
  type: string;
  /** In bytes. */
  size: number;
  /** In pixels, as shown (turned upright); `null` where the file is not a picture to be shown. */
  width: number | null;
  height: number | null;
  state: FileState;
  /**
   * Path on the server, such as `/files/…`, signed: whoever has it may fetch it for a week. Pictures may be shown in place, all else is
   * downloaded. `null` unless `ready`.
   */
  url: string | null;
  /** A WebP of at most 480 pixels a side; `null` where there is none. */
  thumbnailUrl: string | null;
}

/** Query of `POST …/files`; the body is the file's bytes. */
export interface UploadFile {
  /** Unique per sender: repeating it answers with the first result. 8 to 64 of `A-Z a-z 0-9 _ -`. */
  clientId: string;
  /** At most 255 characters. */
  name: string;
}
