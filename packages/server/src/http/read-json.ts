import type { Context } from "hono";
import { AppError } from "../app-error.ts";

/** The body of a JSON request. An absent one counts as `{}`. */
export async function readJson(http: Context): Promise<unknown> {
  const text = await http.req.text();
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid_json");
  }
}
