import { randomBytes } from "node:crypto";

/** Signs the links of one file. */
export const newFileKey = (): string => randomBytes(32).toString("base64url");
