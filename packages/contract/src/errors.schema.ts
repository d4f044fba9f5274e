import { z } from "zod";
import { type ErrorBody, type ErrorCode, errorTable } from "./errors.ts";
import { exactly } from "./exactly.ts";

// Object.keys forgets the literal keys; the table is `as const`, so they are exactly these.
const errorCodes = Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]];

export const errorCodeSchema = exactly<ErrorCode>()(z.enum(errorCodes));

export const errorBodySchema = exactly<ErrorBody>()(
  z
    .object({
      error: z.object({
        code: errorCodeSchema,
        message: z.string(),
        requestId: z.string(),
        fields: z.record(z.string(), z.string()).optional(),
      }),
    })
    .meta({ id: "ErrorBody" }),
);
