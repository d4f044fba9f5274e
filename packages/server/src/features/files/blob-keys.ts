import type { FileRow } from "./present.ts";

type Named = Pick<FileRow, "workspaceId" | "id">;

/** Where in the storage a file's bytes are: made of ids only, never of what people write. */
export const contentKey = ({ workspaceId, id }: Named): string => `${workspaceId}/${id}`;
export const thumbnailKey = (file: Named): string => `${contentKey(file)}.webp`;
/** Out of the reach of every link. */
export const quarantineKey = (file: Named): string => `quarantine/${contentKey(file)}`;
